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

-- Whether a programme compares an attribute at all: by its rules, or by a wish to be alike that it asks people for. None does that has them
-- switched off.
create function scope.uses_attribute(which_programme uuid, which text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and coalesce((
    select not coalesce((r.rules ->> 'withoutAttributes')::boolean, false) and (
      coalesce(r.rules -> 'preferences' ->> which, 'none') <> 'none' or r.rules -> 'hard' -> 'sameRequired' ? which
      or (coalesce(r.rules -> 'weights' ->> 'wishes', 'important') <> 'off' and coalesce((
        select w.pathway -> 'matching' -> 'wishesAsked' ? 'alikeOrDifferent' from programme_pathways w
        where w.programme = which_programme order by w.version desc limit 1), false)))
    from programme_rules r where r.programme = which_programme order by r.version desc limit 1), false)
$$;
-- Which attributes somebody is asked for, and by which programmes that they are in.
create function scope.attributes_asked() returns table (attribute text, programme text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct a.name, g.name from enrolments e join programmes g on g.id = e.programme
    cross join unnest(array['gender', 'ethnicity', 'birthYear', 'disability', 'identity']) as a (name)
  where e.person = scope.person() and e.withdrawn_at is null and scope.uses_attribute(g.id, a.name) order by 1, 2
$$;
