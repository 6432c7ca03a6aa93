-- What a coach claims for a month of confirmed meetings; looked at by one, over a bound by two, and paid by another.

create table claims (
  id uuid primary key,
  bank uuid not null references banks,
  organisation uuid not null references organisations,
  programme uuid not null references programmes,
  coach uuid not null references people,
  month date not null check (extract(day from month) = 1),
  amount bigint not null check (amount > 0),
  minutes int not null check (minutes >= 0),
  at timestamptz not null,
  by uuid
);
create index claims_bank on claims (bank, month desc, at desc);
create index claims_coach on claims (coach, month desc);

-- A meeting that is claimed, as it stood; with what is odd about it.
create table claim_lines (
  claim uuid not null references claims,
  meeting uuid not null references coaching_meetings,
  kind text not null check (kind in ('held', 'stood-by')),
  day date not null,
  minutes int not null check (minutes >= 0),
  amount bigint not null check (amount > 0),
  flags text[] not null check (cardinality(flags) <= 6),
  -- Chosen to be called back.
  called boolean not null,
  primary key (claim, meeting)
);
create index claim_lines_meeting on claim_lines (meeting);

create table claim_calls (
  id uuid primary key,
  claim uuid not null,
  meeting uuid not null,
  outcome text not null check (outcome in ('confirmed', 'otherwise', 'no-answer')),
  at timestamptz not null,
  by uuid not null,
  foreign key (claim, meeting) references claim_lines (claim, meeting)
);
create index claim_calls_claim on claim_calls (claim, meeting, at desc);

create table claim_approvals (
  claim uuid not null references claims,
  by uuid not null references people,
  at timestamptz not null,
  primary key (claim, by)
);
create table claim_refusals (
  claim uuid primary key references claims,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  by uuid not null
);
create table claim_payments (
  claim uuid primary key references claims,
  entry uuid not null unique references entries,
  reference text not null check (length(reference) between 1 and 150),
  at timestamptz not null,
  by uuid not null
);

do $$ declare t text; begin
  foreach t in array array['claims', 'claim_lines', 'claim_calls', 'claim_approvals', 'claim_refusals', 'claim_payments'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('create trigger %I before truncate on %I execute function scope.refuse_change()', t || '_never_empty', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

-- A meeting stands in one claim at a time: another may hold it once the first was refused.
create function guard_claim_line() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.meeting::text, 31));
  if exists (select 1 from claim_lines l where l.meeting = new.meeting and l.claim <> new.claim
    and not exists (select 1 from claim_refusals r where r.claim = l.claim)) then
    raise exception 'claimed already' using errcode = 'unique_violation', constraint = 'claim_lines_once';
  end if;
  return new;
end $$;
create trigger claim_lines_guard before insert on claim_lines for each row execute function guard_claim_line();

-- Nobody decides on their own claim; whoever approved does not pay; what is refused is not paid, and what is paid not refused.
create function guard_claim_hand() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_claim claims%rowtype;
begin
  select * into strict of_claim from claims where id = new.claim;
  perform pg_advisory_xact_lock(hashtextextended(new.claim::text, 31));
  if of_claim.coach = new."by" then
    raise exception 'not one''s own' using errcode = 'check_violation', constraint = 'claims_other_hand';
  end if;
  if tg_table_name = 'claim_payments' and exists (select 1 from claim_approvals a where a.claim = new.claim and a.by = new."by") then
    raise exception 'who approved does not pay' using errcode = 'check_violation', constraint = 'claims_other_hand';
  end if;
  if tg_table_name = 'claim_payments' and not exists (select 1 from claim_approvals a where a.claim = new.claim) then
    raise exception 'nobody has approved it' using errcode = 'check_violation', constraint = 'claims_approved';
  end if;
  if exists (select 1 from claim_refusals r where r.claim = new.claim) or exists (select 1 from claim_payments p where p.claim = new.claim) then
    raise exception 'it is decided' using errcode = 'unique_violation', constraint = 'claims_decided';
  end if;
  return new;
end $$;
create trigger claim_approvals_guard before insert on claim_approvals for each row execute function guard_claim_hand();
create trigger claim_refusals_guard before insert on claim_refusals for each row execute function guard_claim_hand();
create trigger claim_payments_guard before insert on claim_payments for each row execute function guard_claim_hand();

create policy claims_read on claims for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or coach = (select scope.person()));
create policy claims_add on claims for insert to lampline_app with check (
  (select scope.house()) or (by = (select scope.person()) and (coach = by or programme = any ((select scope.programmes())::uuid[]))));
do $$ declare t text; begin
  foreach t in array array['claim_lines', 'claim_calls', 'claim_approvals', 'claim_refusals', 'claim_payments'] loop
    execute format('create policy %I on %I for select to lampline_app using (exists (select 1 from claims c where c.id = claim))', t || '_read', t);
  end loop;
  foreach t in array array['claim_calls', 'claim_approvals', 'claim_refusals', 'claim_payments'] loop
    execute format('create policy %I on %I for insert to lampline_app with check (by = (select scope.person()) and exists (
      select 1 from claims c where c.id = claim and c.programme = any ((select scope.programmes())::uuid[])))', t || '_add', t);
  end loop;
end $$;
create policy claim_lines_add on claim_lines for insert to lampline_app with check (exists (select 1 from claims c where c.id = claim));
