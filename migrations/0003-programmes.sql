create table programmes (
  id uuid primary key,
  organisation uuid not null references organisations,
  template text not null check (length(template) <= 60),
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 2000),
  starts_on date not null,
  ends_on date not null,
  joining text not null check (joining in ('invited', 'organisation')),
  link_key text not null unique,
  opened_at timestamptz not null,
  opened_by uuid not null,
  check (ends_on > starts_on)
);
create index programmes_organisation on programmes (organisation, opened_at desc);

-- The rules in force are the latest version; a round remembers the version it ran on.
create table programme_rules (
  programme uuid not null references programmes,
  version int not null check (version >= 1),
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  at timestamptz not null,
  by uuid not null,
  primary key (programme, version)
);

create table enrolments (
  id uuid primary key,
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  person uuid not null references people,
  side text not null check (side in ('mentor', 'mentee')),
  capacity int not null check (capacity between 0 and 50),
  topics text[] not null default '{}' check (cardinality(topics) <= 20),
  wish text not null default '' check (length(wish) <= 1000),
  alike text[] not null default '{}',
  enrolled_at timestamptz not null,
  enrolled_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index enrolments_once on enrolments (programme, person, side) where withdrawn_at is null;
create index enrolments_person on enrolments (person);
create index enrolments_programme on enrolments (programme, side, enrolled_at);

create table must_nots (
  id uuid primary key,
  programme uuid not null references programmes,
  person uuid not null references people,
  other uuid not null references people,
  said_at timestamptz not null,
  said_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  check (person <> other)
);
create index must_nots_programme on must_nots (programme);

do $$ declare t text; begin
  foreach t in array array['programmes', 'programme_rules', 'enrolments', 'must_nots'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy enrolments_read on enrolments for select to lampline_app using (
  (select scope.house()) or person = (select scope.person()) or programme = any ((select scope.programmes())::uuid[]));
create policy enrolments_add on enrolments for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[])
  or (person = (select scope.person()) and organisation = (select scope.home())));
create policy enrolments_change on enrolments for update to lampline_app using (
  (select scope.house()) or person = (select scope.person()) or programme = any ((select scope.programmes())::uuid[]));
grant select, insert on enrolments to lampline_app;
grant update (capacity, topics, wish, alike, withdrawn_at, withdrawn_by) on enrolments to lampline_app;

create policy programmes_read on programmes for select to lampline_app using (
  (select scope.house()) or id = any ((select scope.programmes())::uuid[]) or organisation = (select scope.home()));
create policy programmes_add on programmes for insert to lampline_app with check (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]));
create policy programmes_change on programmes for update to lampline_app using (
  (select scope.house()) or id = any ((select scope.programmes())::uuid[]));
grant select, insert, update on programmes to lampline_app;

create policy programme_rules_read on programme_rules for select to lampline_app using (exists (select 1 from programmes where programmes.id = programme));
create policy programme_rules_add on programme_rules for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[])
  or exists (select 1 from programmes p where p.id = programme and p.organisation = any ((select scope.organisations())::uuid[])));
grant select, insert on programme_rules to lampline_app;

create policy must_nots_all on must_nots to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
grant select, insert on must_nots to lampline_app;
grant update (lifted_at, lifted_by) on must_nots to lampline_app;

-- Marks under a salt of one round: those of one round say nothing of another's.
create function scope.salted(salt text, marks text) returns text language sql immutable as $$
  select string_agg(substr(encode(sha256(convert_to(salt || mark, 'UTF8')), 'hex'), 1, 16), ',') from unnest(string_to_array(marks, ',')) as mark
$$;

-- The matcher's only look at what people told of themselves: marks, which can be compared and not read. The same word gets the
-- same mark under one salt; a birth year is moved by as many years as the salt says, so that only the distance of two is known.
create function scope.attribute_marks(which_programme uuid, salt text) returns table (person uuid, attribute text, marks text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (scope.house() or which_programme = any (scope.programmes())) then
    raise exception 'not yours to compare' using errcode = 'insufficient_privilege';
  end if;
  if length(salt) < 16 then raise exception 'the salt is too short'; end if;
  return query
    select distinct a.person, a.attribute, scope.salted(salt, a.marks)
    from attributes a join enrolments e on e.person = a.person
    where e.programme = which_programme and e.withdrawn_at is null and scope.uses_attribute(which_programme, a.attribute);
end $$;

-- The programmes that a person coordinates, by a role on each or on the whole organisation; asked by the door when a session comes in.
create function scope.programmes_of(whom uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.sign_in() then array(
    select distinct g.id from roles r join programmes g on g.id = r.programme or (r.programme is null and g.organisation = r.organisation)
    where r.person = whom and not exists (select 1 from role_ends e where e.role = r.id)) else '{}' end
$$;
