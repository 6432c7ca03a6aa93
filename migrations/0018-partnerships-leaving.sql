-- The holds in force, and who of the two placed them; null where the programme did. One for somebody's safety reads as any other pause.
drop function scope.holds_of(uuid[]);
create function scope.holds_of(which uuid[])
returns table (id uuid, partnership uuid, kind text, until date, at timestamptz, by_side text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.partnership, case h.kind when 'safeguarding' then 'paused' else h.kind end, h.until, h.at,
    case when h.kind = 'safeguarding' then null when h.by = p.mentor then 'mentor' when h.by = p.mentee then 'mentee' end
  from partnership_holds h join partnerships p on p.id = h.partnership
  where h.partnership = any (which) and not exists (select 1 from partnership_hold_lifts l where l.hold = h.id)
    and (scope.house() or scope.person() in (p.mentor, p.mentee) or p.programme = any (scope.programmes()))
$$;
-- From when to when partnerships rested, whatever the reason; `until` is null while a hold without a day stands. A day ends when it has
-- ended everywhere.
create function scope.rests_of(which uuid[]) returns table (partnership uuid, hold uuid, since timestamptz, until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.partnership, h.id, h.at, least(l.at, (h.until + 2)::timestamp at time zone 'UTC')
  from partnership_holds h join partnerships p on p.id = h.partnership left join partnership_hold_lifts l on l.hold = h.id
  where h.partnership = any (which)
    and (scope.house() or scope.person() in (p.mentor, p.mentee) or p.programme = any (scope.programmes()))
$$;

-- Why somebody left, told in private, by a code; of use to the programme as a count alone.
create table partnership_exit_reasons (
  partnership uuid not null references partnerships,
  person uuid not null references people,
  programme uuid not null references programmes,
  reason text not null check (reason in ('time', 'fit', 'goals', 'language', 'channel', 'distance', 'safety')),
  at timestamptz not null,
  primary key (partnership, person)
);
create index partnership_exit_reasons_programme on partnership_exit_reasons (programme, reason);
-- Counts in steps of five people, so that one more tells nothing of one person.
create function scope.exit_reasons_in(which uuid) returns table (reason text, people_min int)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.reason, (count(distinct r.person) / 5 * 5)::int from partnership_exit_reasons r
  where r.programme = which and (scope.house() or which = any (scope.programmes()))
  group by r.reason having count(distinct r.person) >= 5 order by 2 desc, 1
$$;

-- Somebody would like ten minutes with the coordinator.
create table partnership_talks (
  partnership uuid not null references partnerships,
  person uuid not null references people,
  programme uuid not null references programmes,
  at timestamptz not null,
  primary key (partnership, person)
);
create index partnership_talks_programme on partnership_talks (programme, at);

-- A mentee whose partnership ended would like another partner, and comes first.
create table rematch_wishes (
  partnership uuid primary key references partnerships,
  enrolment uuid not null references enrolments,
  programme uuid not null references programmes,
  person uuid not null references people,
  at timestamptz not null
);
create index rematch_wishes_enrolment on rematch_wishes (enrolment);
create index rematch_wishes_programme on rematch_wishes (programme, at);

-- Thanks from one to the other, at the end; for the two alone.
create table partnership_thanks (
  partnership uuid not null references partnerships,
  person uuid not null references people,
  sealed sealed not null,
  at timestamptz not null,
  primary key (partnership, person)
);

-- Who passes on what they were given, and who lit their lamp.
create table lamps_lit (
  partnership uuid not null references partnerships,
  person uuid not null references people,
  lit_by uuid not null references people,
  programme uuid not null references programmes,
  at timestamptz not null,
  primary key (partnership, person),
  check (person <> lit_by)
);
create index lamps_lit_programme on lamps_lit (programme, at);
create index lamps_lit_person on lamps_lit (person);
create index lamps_lit_by on lamps_lit (lit_by);

-- The two of a pair in which both said yes; for policies below.
create function scope.is_of_two(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from partnerships p where p.id = which and scope.person() in (p.mentor, p.mentee)) and scope.both_accepted(which)
$$;
create function scope.has_ended(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from partnership_ends e where e.partnership = which)
$$;

do $$ declare t text; begin
  foreach t in array array['partnership_exit_reasons', 'partnership_talks', 'rematch_wishes', 'partnership_thanks', 'lamps_lit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['partnership_exit_reasons', 'partnership_talks', 'partnership_thanks', 'lamps_lit'] loop
    execute format('create policy %I on %I for insert to lampline_app with check (person = (select scope.person()) and scope.is_of_two(partnership))', t || '_add', t);
  end loop;
end $$;
create policy partnership_exit_reasons_read on partnership_exit_reasons for select to lampline_app using (person = (select scope.person()));
create policy partnership_talks_read on partnership_talks for select to lampline_app using (
  (select scope.house()) or person = (select scope.person()) or exists (select 1 from partnerships p where p.id = partnership
    and p.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (p.mentor, p.mentee)));
create policy rematch_wishes_read on rematch_wishes for select to lampline_app using (
  (select scope.house()) or person = (select scope.person()) or programme = any ((select scope.programmes())::uuid[]));
create policy rematch_wishes_add on rematch_wishes for insert to lampline_app with check (
  scope.has_ended(partnership) and exists (select 1 from partnerships p where p.id = partnership and p.mentee = rematch_wishes.person
    and p.mentee_enrolment = rematch_wishes.enrolment
    and ((select scope.house()) or p.mentee = (select scope.person()) or p.programme = any ((select scope.programmes())::uuid[]))));
create policy partnership_thanks_read on partnership_thanks for select to lampline_app using (scope.is_of_two(partnership));
create policy lamps_lit_read on lamps_lit for select to lampline_app using (
  (select scope.house()) or (select scope.person()) in (person, lit_by) or programme = any ((select scope.programmes())::uuid[]));
