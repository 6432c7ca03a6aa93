-- How a programme goes, step by step, as data; the latest version is in force, and a change of texts or limits is a new one.
create table programme_pathways (
  programme uuid not null references programmes,
  version int not null check (version >= 1),
  pathway jsonb not null check (jsonb_typeof(pathway) = 'object' and length(pathway::text) <= 400000),
  at timestamptz not null,
  by uuid not null,
  primary key (programme, version)
);
create trigger programme_pathways_only_add before update or delete on programme_pathways for each row execute function scope.refuse_change();

-- That somebody was reminded of one thing: twice at most, whatever the reason. The ground's own, for every room.
create table nudges (
  about uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  person uuid not null references people,
  nth int not null check (nth in (1, 2)),
  at timestamptz not null,
  primary key (about, kind, person, nth)
);
create trigger nudges_only_add before update or delete on nudges for each row execute function scope.refuse_change();

do $$ declare t text; begin
  foreach t in array array['programme_pathways', 'nudges'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy programme_pathways_read on programme_pathways for select to lampline_app using (
  exists (select 1 from programmes where programmes.id = programme));
create policy programme_pathways_add on programme_pathways for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[])
  or exists (select 1 from programmes p where p.id = programme and p.organisation = any ((select scope.organisations())::uuid[])));
grant select, insert on programme_pathways to lampline_app;

create policy nudges_read on nudges for select to lampline_app using (
  (select scope.house()) or person = (select scope.person())
  or exists (select 1 from enrolments e where e.person = nudges.person and e.programme = any ((select scope.programmes())::uuid[])));
create policy nudges_add on nudges for insert to lampline_app with check (
  (select scope.house())
  or exists (select 1 from enrolments e where e.person = nudges.person and e.programme = any ((select scope.programmes())::uuid[])));
grant select, insert on nudges to lampline_app;

-- How a programme compares an attribute: it requires two to be alike, prefers them alike or different, or asks people for their own wish.
-- In no way where it has attributes switched off, or where the rule counts for nothing.
create function scope.attribute_uses(which_programme uuid, which text) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select array_remove(array[
      case when r.rules -> 'hard' -> 'sameRequired' ? which then 'required' end,
      case when coalesce(r.rules -> 'weights' ->> which, 'nice') <> 'off'
        then nullif(coalesce(r.rules -> 'preferences' ->> which, 'none'), 'none') end,
      case when coalesce(r.rules -> 'weights' ->> 'wishes', 'important') <> 'off' and coalesce((
        select w.pathway -> 'matching' -> 'wishesAsked' ? 'alikeOrDifferent' from programme_pathways w
        where w.programme = which_programme order by w.version desc limit 1), false) then 'wish' end], null)
    from (select rules from programme_rules where programme = which_programme order by version desc limit 1) r
    where scope.door() <> '' and not coalesce((r.rules ->> 'withoutAttributes')::boolean, false)), '{}')
$$;
create function scope.uses_attribute(which_programme uuid, which text) returns boolean language sql stable as $$
  select cardinality(scope.attribute_uses(which_programme, which)) > 0 $$;
create function scope.is_without_attributes(which_programme uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and coalesce((
    select (rules ->> 'withoutAttributes')::boolean from programme_rules where programme = which_programme order by version desc limit 1), false)
$$;

-- Which attributes somebody is asked for, by which programmes that they are in and that are not over, and how each compares them.
create function scope.attributes_asked(today date) returns table (attribute text, programme text, uses text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct a.name, g.name, scope.attribute_uses(g.id, a.name)
  from enrolments e join programmes g on g.id = e.programme
    cross join unnest(array['gender', 'ethnicity', 'birthYear', 'disability', 'identity']) as a (name)
  where e.person = scope.person() and e.withdrawn_at is null and g.ends_on >= today and scope.uses_attribute(g.id, a.name) order by 1, 2
$$;

-- Whom nobody may tell an attribute of: who is in a programme that has them switched off, and in none that compares this one.
create function scope.is_spared(whose uuid, which text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_or(scope.is_without_attributes(e.programme)) and not bool_or(scope.uses_attribute(e.programme, which)), false)
  from enrolments e where e.person = whose and e.withdrawn_at is null
$$;
-- Attributes that no sheet of an organisation is to hold: one of its programmes has them switched off, and none compares this one.
create function scope.attributes_unkept(which_organisation uuid) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select a.name from unnest(array['gender', 'ethnicity', 'birthYear', 'disability', 'identity']) as a (name)
  where exists (select 1 from programmes g where g.organisation = which_organisation and scope.is_without_attributes(g.id))
    and not exists (select 1 from programmes g where g.organisation = which_organisation and scope.uses_attribute(g.id, a.name))
$$;

-- Who comes into such a programme, or is in one that becomes such, keeps what they told themselves; what a sheet told of them goes at once.
create function forget_what_sheets_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from (select distinct programme from fresh) f where scope.is_without_attributes(f.programme)) then return null; end if;
  delete from attributes a using enrolments e
  where e.programme in (select programme from fresh) and e.withdrawn_at is null and a.person = e.person
    and a.given_by is distinct from a.person and scope.is_spared(a.person, a.attribute);
  return null;
end $$;
create trigger enrolments_forget after insert on enrolments referencing new table as fresh
  for each statement execute function forget_what_sheets_told();
create trigger programme_rules_forget after insert on programme_rules referencing new table as fresh
  for each statement execute function forget_what_sheets_told();
