-- Where a pair stands on its programme's pathway: the newest row. Rows only add; each says who, when, and why it moved.
create table partnership_stages (
  partnership uuid not null references partnerships,
  nth int not null check (nth between 1 and 1000),
  stage text not null check (length(stage) between 1 and 40),
  entered_at timestamptz not null,
  by uuid,
  -- `begun`; `met`: the exit list was; `late`: the limit passed; `asked`: somebody began the closing; `due`: an interlude came; `waived`.
  why text not null check (why in ('begun', 'met', 'late', 'asked', 'due', 'waived')),
  primary key (partnership, nth)
);
-- What was not met when a coordinator moved a pair on all the same, and the coordinator's reason.
create table partnership_waivers (
  partnership uuid not null,
  nth int not null,
  unmet text[] not null check (cardinality(unmet) <= 12),
  reason text not null check (length(reason) between 1 and 500),
  primary key (partnership, nth),
  foreign key (partnership, nth) references partnership_stages
);
create table partnership_milestones (
  partnership uuid not null references partnerships,
  milestone text not null check (length(milestone) between 1 and 40),
  -- What reached it, so that the same thing counts once.
  cause text not null check (length(cause) between 1 and 100),
  at timestamptz not null,
  by uuid,
  primary key (partnership, milestone, cause)
);
create table partnership_confirmations (
  partnership uuid not null references partnerships,
  stage text not null check (length(stage) between 1 and 40),
  criterion text not null check (length(criterion) between 1 and 40),
  doer text not null check (doer in ('mentor', 'mentee', 'coordinator')),
  at timestamptz not null,
  by uuid not null,
  primary key (partnership, stage, criterion, doer)
);

-- A partnership rests: nothing is asked, nobody is reminded, no clock runs. Why a safeguarding hold stands is told to nobody here.
create table partnership_holds (
  id uuid primary key,
  partnership uuid not null references partnerships,
  kind text not null check (kind in ('paused', 'safeguarding', 'awaiting-funds', 'network-outage')),
  until date,
  at timestamptz not null,
  by uuid
);
create index partnership_holds_partnership on partnership_holds (partnership, at desc);
create table partnership_hold_lifts (
  hold uuid primary key references partnership_holds,
  at timestamptz not null,
  by uuid
);

alter table partnership_end_reasons drop constraint partnership_end_reasons_reason_check;
alter table partnership_end_reasons add constraint partnership_end_reasons_reason_check check (reason in (
  'declined', 'unanswered', 'withdrawn', 'no-place',
  'completed', 'no-fault', 'rematched', 'lapsed', 'safeguarding', 'funding-ended', 'business-closed'));

-- Who both said yes part in the ways of a partnership; who did not, in the ways of a proposal. Leaving the programme ends either.
create or replace function guard_end_reason() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  proposal_ends constant text[] := array['declined', 'unanswered', 'no-place'];
begin
  if new.reason = 'withdrawn' then return new; end if;
  if (new.reason = any (proposal_ends)) = scope.both_accepted(new.partnership) then
    raise exception 'not an end of what it is' using errcode = 'check_violation', constraint = 'partnership_agreed';
  end if;
  return new;
end $$;

-- The last word on moves: the first stage is where the pathway begins; then only a stage that the pathway lists after the last one,
-- an interlude out of it or back from it. Nothing moves before both said yes.
create function guard_stage() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  road jsonb;
  last partnership_stages;
  here jsonb;
  there jsonb;
begin
  perform scope.hold_partnership(new.partnership);
  select w.pathway into road from programme_pathways w join partnerships p on p.programme = w.programme
    where p.id = new.partnership order by w.version desc limit 1;
  select * into last from partnership_stages s where s.partnership = new.partnership order by s.nth desc limit 1;
  if not scope.both_accepted(new.partnership) or new.nth <> coalesce(last.nth, 0) + 1 then
    raise exception 'not the next stage of an agreed pair' using errcode = 'check_violation', constraint = 'partnership_stage_listed';
  end if;
  select one into there from jsonb_array_elements(road -> 'stages') one where one ->> 'key' = new.stage and one ->> 'of' = 'pair';
  select one into here from jsonb_array_elements(road -> 'stages') one where one ->> 'key' = last.stage;
  if there is null
    or (last.nth is null and new.stage <> road ->> 'begins')
    or (last.nth is not null and not (
      coalesce(here -> 'next' ? new.stage, false)
      or coalesce(there ->> 'returnsTo' = last.stage, false)
      or coalesce(here ->> 'returnsTo' = new.stage, false))) then
    raise exception 'the pathway does not lead from % to %', last.stage, new.stage
      using errcode = 'check_violation', constraint = 'partnership_stage_listed';
  end if;
  return new;
end $$;
create trigger partnership_stage_listed before insert on partnership_stages for each row execute function guard_stage();

-- The holds in force, to whoever sees the partnership. One for somebody's safety reads as any other pause by the programme.
create function scope.holds_of(which uuid[]) returns table (id uuid, partnership uuid, kind text, until date, at timestamptz, mine boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.partnership, case h.kind when 'safeguarding' then 'paused' else h.kind end, h.until, h.at,
    h.by is not distinct from scope.person()
  from partnership_holds h join partnerships p on p.id = h.partnership
  where h.partnership = any (which) and not exists (select 1 from partnership_hold_lifts l where l.hold = h.id)
    and (scope.house() or scope.person() in (p.mentor, p.mentee) or p.programme = any (scope.programmes()))
$$;

do $$ declare t text; begin
  foreach t in array array['partnership_stages', 'partnership_waivers', 'partnership_milestones', 'partnership_confirmations',
    'partnership_holds', 'partnership_hold_lifts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
  end loop;
  -- Seen and added to by whoever sees the partnership: the two, their coordinator, the house.
  foreach t in array array['partnership_stages', 'partnership_milestones', 'partnership_confirmations'] loop
    execute format('create policy %I on %I for select to lampline_app using (exists (select 1 from partnerships p where p.id = partnership))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (exists (select 1 from partnerships p where p.id = partnership))', t || '_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;
create policy partnership_waivers_read on partnership_waivers for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership
    and ((select scope.house()) or p.programme = any ((select scope.programmes())::uuid[]))));
create policy partnership_waivers_add on partnership_waivers for insert to lampline_app with check (
  exists (select 1 from partnerships p where p.id = partnership
    and ((select scope.house()) or p.programme = any ((select scope.programmes())::uuid[]))));
-- A hold for somebody's safety is for the house and who placed it; concerns lets its officers in.
create policy partnership_holds_read on partnership_holds for select to lampline_app using (
  (select scope.house()) or by = (select scope.person())
  or (kind <> 'safeguarding' and exists (select 1 from partnerships p where p.id = partnership)));
create policy partnership_holds_add on partnership_holds for insert to lampline_app with check (
  (select scope.house()) or (kind <> 'safeguarding' and by = (select scope.person())
    and exists (select 1 from partnerships p where p.id = partnership)));
create policy partnership_hold_lifts_read on partnership_hold_lifts for select to lampline_app using (
  exists (select 1 from partnership_holds h where h.id = hold));
create policy partnership_hold_lifts_add on partnership_hold_lifts for insert to lampline_app with check (
  exists (select 1 from partnership_holds h where h.id = hold));
grant select, insert on partnership_waivers, partnership_holds, partnership_hold_lifts to lampline_app;

-- An end that both read, and which of three neutral texts it says to who did not bring it about.
alter table partnership_ends add column neutral_text int not null default 1 check (neutral_text between 1 and 3);
create policy partnership_ends_of_two on partnership_ends for insert to lampline_app with check (
  exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)
    and scope.both_accepted(p.id)));
create policy partnership_end_reasons_of_two on partnership_end_reasons for insert to lampline_app with check (
  reason in ('no-fault', 'rematched', 'completed') and by = (select scope.person()) and exists (
    select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));

-- That it ended for somebody's safety is for nobody here: the coordinator reads that it is over, and no reason.
drop policy partnership_end_reasons_read on partnership_end_reasons;
create policy partnership_end_reasons_read on partnership_end_reasons for select to lampline_app using (
  (select scope.house()) or (reason <> 'safeguarding' and exists (select 1 from partnerships p where p.id = partnership
    and p.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (p.mentor, p.mentee))));
