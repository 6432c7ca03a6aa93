-- What a pair works towards. Texts are sealed with the key of the pair, which the two have and nobody else.

-- `of_person` is whose goal it is; null where it is the goal of both.
create table goals (
  id uuid primary key,
  partnership uuid not null references partnerships,
  of_person uuid references people,
  made_by uuid not null references people,
  made_at timestamptz not null
);
create index goals_partnership on goals (partnership, made_at);

-- A changed text is a new version. It is written against the version that its writer had read, so of two at once one is told.
create table goal_versions (
  id uuid primary key,
  goal uuid not null references goals,
  version int not null check (version between 1 and 1000),
  sealed sealed not null,
  by uuid not null references people,
  at timestamptz not null,
  unique (goal, version)
);

create table goal_ratings (
  id uuid primary key,
  goal uuid not null references goals,
  value smallint not null check (value between -2 and 2),
  by uuid not null references people,
  at timestamptz not null
);
create index goal_ratings_goal on goal_ratings (goal, at desc);

-- The latest row says whether the two still work towards it; a goal without one is kept.
create table goal_states (
  id uuid primary key,
  goal uuid not null references goals,
  state text not null check (state in ('kept', 'dropped')),
  by uuid not null references people,
  at timestamptz not null
);
create index goal_states_goal on goal_states (goal, at desc);

-- A topic's key, or a text of one's own; the same twice is seen where they are opened, while the pair is held.
create table skills (
  id uuid primary key,
  partnership uuid not null references partnerships,
  person uuid not null references people,
  sealed sealed not null,
  made_at timestamptz not null
);
create index skills_partnership on skills (partnership, made_at);
create index skills_person on skills (person);

create table skill_assessments (
  id uuid primary key,
  skill uuid not null references skills,
  level smallint not null check (level between 1 and 5),
  -- Null where nothing was said beside the level.
  sealed sealed,
  by uuid not null references people,
  at timestamptz not null
);
create index skill_assessments_skill on skill_assessments (skill, at);

create table next_steps (
  id uuid primary key,
  partnership uuid not null references partnerships,
  sealed sealed not null,
  owner uuid not null references people,
  due_on date not null,
  made_by uuid not null references people,
  made_at timestamptz not null
);
create index next_steps_partnership on next_steps (partnership, due_on);
create index next_steps_due on next_steps (due_on);
create index next_steps_owner on next_steps (owner);

-- The latest row says how it stands; a step without one is open.
create table next_step_states (
  id uuid primary key,
  step uuid not null references next_steps,
  state text not null check (state in ('open', 'done', 'dropped')),
  by uuid not null references people,
  at timestamptz not null
);
create index next_step_states_step on next_step_states (step, at desc);

-- One letter before the day and one after, whether or not there is an address to write to.
create table next_step_reminders (
  step uuid not null references next_steps,
  kind text not null check (kind in ('soon', 'late')),
  at timestamptz not null,
  primary key (step, kind)
);

create table opportunities (
  id uuid primary key,
  partnership uuid not null references partnerships,
  opened_by uuid not null references people,
  kind text not null check (kind in ('introduction', 'project', 'event', 'job', 'funding', 'other')),
  sealed sealed not null,
  made_by uuid not null references people,
  made_at timestamptz not null
);
create index opportunities_partnership on opportunities (partnership, made_at desc);

create table opportunity_outcomes (
  id uuid primary key,
  opportunity uuid not null references opportunities,
  outcome text not null check (outcome in ('nothing-yet', 'followed-up', 'led-to')),
  sealed sealed,
  by uuid not null references people,
  at timestamptz not null
);
create index opportunity_outcomes_opportunity on opportunity_outcomes (opportunity, at desc);

-- What somebody leaves out of their own portfolio, or takes back in; the latest row counts. Nobody else learns of it.
create table portfolio_choices (
  id uuid primary key,
  person uuid not null references people,
  item uuid not null,
  choice text not null check (choice in ('out', 'in')),
  at timestamptz not null
);
create index portfolio_choices_person on portfolio_choices (person, item, at desc);

do $$ declare t text; begin
  foreach t in array array['goals', 'goal_versions', 'goal_ratings', 'goal_states', 'skills', 'skill_assessments', 'next_steps',
                           'next_step_states', 'next_step_reminders', 'opportunities', 'opportunity_outcomes', 'portfolio_choices'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

-- Both have said yes, and it has not ended: only then something is added.
create function scope.under_way(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.both_accepted(which) and not exists (select 1 from partnership_ends where partnership = which)
$$;
-- Whether somebody is one of the two: nothing here is of a third person.
create function scope.is_of(which uuid, whom uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and exists (select 1 from partnerships where id = which and whom in (mentor, mentee))
$$;

create policy goals_read on goals for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy goals_add on goals for insert to lampline_app with check (
  made_by = (select scope.person()) and scope.is_of(partnership, made_by) and scope.under_way(partnership)
  and (of_person is null or scope.is_of(partnership, of_person)));
create policy goal_versions_read on goal_versions for select to lampline_app using (exists (select 1 from goals g where g.id = goal));
create policy goal_versions_add on goal_versions for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from goals g where g.id = goal and scope.under_way(g.partnership)));
create policy goal_ratings_read on goal_ratings for select to lampline_app using (exists (select 1 from goals g where g.id = goal));
create policy goal_ratings_add on goal_ratings for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from goals g where g.id = goal and scope.under_way(g.partnership)));
create policy goal_states_read on goal_states for select to lampline_app using (exists (select 1 from goals g where g.id = goal));
create policy goal_states_add on goal_states for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from goals g where g.id = goal and scope.under_way(g.partnership)));

create policy skills_read on skills for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy skills_add on skills for insert to lampline_app with check (
  person = (select scope.person()) and scope.is_of(partnership, person) and scope.under_way(partnership));
create policy skill_assessments_read on skill_assessments for select to lampline_app using (
  exists (select 1 from skills s where s.id = skill));
create policy skill_assessments_add on skill_assessments for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from skills s where s.id = skill and scope.under_way(s.partnership)));

-- The house reads steps in order to remind their owners; its letters say nothing of what a step is.
create policy next_steps_read on next_steps for select to lampline_app using (
  (select scope.house())
  or exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy next_steps_add on next_steps for insert to lampline_app with check (
  made_by = (select scope.person()) and scope.is_of(partnership, made_by) and scope.is_of(partnership, owner)
  and scope.under_way(partnership));
create policy next_step_states_read on next_step_states for select to lampline_app using (
  exists (select 1 from next_steps s where s.id = step));
create policy next_step_states_add on next_step_states for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from next_steps s where s.id = step and scope.under_way(s.partnership)));
create policy next_step_reminders_house on next_step_reminders to lampline_app
  using ((select scope.house())) with check ((select scope.house()));

create policy opportunities_read on opportunities for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy opportunities_add on opportunities for insert to lampline_app with check (
  made_by = (select scope.person()) and scope.is_of(partnership, made_by) and scope.is_of(partnership, opened_by)
  and scope.under_way(partnership));
create policy opportunity_outcomes_read on opportunity_outcomes for select to lampline_app using (
  exists (select 1 from opportunities o where o.id = opportunity));
create policy opportunity_outcomes_add on opportunity_outcomes for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from opportunities o where o.id = opportunity and scope.under_way(o.partnership)));

create policy portfolio_choices_own on portfolio_choices to lampline_app
  using (person = (select scope.person())) with check (person = (select scope.person()));

-- How many goals each pair has and how many of them either has rated: counts alone, for who coordinates the programme.
create function scope.goal_counts(which_programme uuid) returns table (partnership uuid, goals bigint, rated bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (scope.house() or which_programme = any (scope.programmes())) then
    raise exception 'not yours to count' using errcode = 'insufficient_privilege';
  end if;
  return query
    select p.id, count(g.id), count(g.id) filter (where exists (select 1 from goal_ratings r where r.goal = g.id))
    from partnerships p
      left join goals g on g.partnership = p.id and coalesce((
        select s.state from goal_states s where s.goal = g.id order by s.at desc, s.id desc limit 1), 'kept') = 'kept'
    where p.programme = which_programme and scope.under_way(p.id)
    group by p.id order by p.id;
end $$;
