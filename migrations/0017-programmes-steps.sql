-- Where a programme stands before its pairs: the newest row; without one, in the first stage of its pathway. Rows only add.
create table programme_stages (
  programme uuid not null references programmes,
  nth int not null check (nth between 1 and 1000),
  stage text not null check (length(stage) between 1 and 40),
  entered_at timestamptz not null,
  by uuid not null,
  -- What was not met when it moved on all the same, and the coordinator's reason; nothing and none where everything was.
  unmet text[] not null default '{}' check (cardinality(unmet) <= 12),
  reason text check (length(reason) between 1 and 500),
  check ((reason is null) = (cardinality(unmet) = 0)),
  primary key (programme, nth)
);
-- What a coordinator confirmed of a stage of the programme.
create table programme_steps (
  programme uuid not null references programmes,
  stage text not null check (length(stage) between 1 and 40),
  criterion text not null check (length(criterion) between 1 and 40),
  at timestamptz not null,
  by uuid not null,
  primary key (programme, stage, criterion)
);
-- What was confirmed of one person's enrolment: by the person, or by the coordinator.
create table enrolment_steps (
  enrolment uuid not null references enrolments,
  programme uuid not null references programmes,
  stage text not null check (length(stage) between 1 and 40),
  criterion text not null check (length(criterion) between 1 and 40),
  at timestamptz not null,
  by uuid not null,
  primary key (enrolment, stage, criterion)
);
create index enrolment_steps_programme on enrolment_steps (programme);

do $$ declare t text; begin
  foreach t in array array['programme_stages', 'programme_steps', 'enrolment_steps'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['programme_stages', 'programme_steps'] loop
    execute format('create policy %I on %I for select to lampline_app using ((select scope.house()) or programme = any ((select scope.programmes())::uuid[]))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check ((select scope.house()) or (programme = any ((select scope.programmes())::uuid[]) and by = (select scope.person())))', t || '_add', t);
  end loop;
end $$;
create policy enrolment_steps_read on enrolment_steps for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[])
  or exists (select 1 from enrolments e where e.id = enrolment and e.person = (select scope.person())));
create policy enrolment_steps_add on enrolment_steps for insert to lampline_app with check (
  exists (select 1 from enrolments e where e.id = enrolment and e.programme = enrolment_steps.programme)
  and ((select scope.house()) or (by = (select scope.person()) and (programme = any ((select scope.programmes())::uuid[])
    or exists (select 1 from enrolments e where e.id = enrolment and e.person = (select scope.person()))))));
