create table rounds (
  id uuid primary key,
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  rules_version int not null,
  nth int not null check (nth >= 1),
  summary jsonb not null check (jsonb_typeof(summary) = 'object'),
  run_at timestamptz not null,
  run_by uuid not null,
  unique (programme, nth)
);

create table round_pairs (
  round uuid not null references rounds on delete cascade,
  mentor_enrolment uuid not null references enrolments,
  mentee_enrolment uuid not null references enrolments,
  score int not null check (score between 0 and 1000),
  pinned boolean not null default false,
  reasons jsonb not null,
  runner_up jsonb,
  primary key (round, mentee_enrolment, mentor_enrolment)
);
create table round_unmatched (
  round uuid not null references rounds on delete cascade,
  enrolment uuid not null references enrolments,
  why jsonb not null,
  primary key (round, enrolment)
);
create table round_ends (
  round uuid primary key references rounds on delete cascade,
  outcome text not null check (outcome in ('approved', 'discarded')),
  at timestamptz not null,
  by uuid not null
);

-- What the coordinator decided before the round: these two together, or never in this programme.
create table pins (
  id uuid primary key,
  programme uuid not null references programmes,
  mentor_enrolment uuid not null references enrolments,
  mentee_enrolment uuid not null references enrolments,
  kind text not null check (kind in ('together', 'apart')),
  at timestamptz not null,
  by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid
);
create unique index pins_once on pins (programme, mentor_enrolment, mentee_enrolment) where lifted_at is null;

do $$ declare t text; begin
  foreach t in array array['rounds', 'round_pairs', 'round_unmatched', 'round_ends', 'pins'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy rounds_all on rounds to lampline_app using ((select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
create policy round_pairs_all on round_pairs to lampline_app using (exists (select 1 from rounds where rounds.id = round));
create policy round_unmatched_all on round_unmatched to lampline_app using (exists (select 1 from rounds where rounds.id = round));
create policy round_ends_all on round_ends to lampline_app using (exists (select 1 from rounds where rounds.id = round));
create policy pins_all on pins to lampline_app using ((select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
grant select, insert on rounds, round_pairs, round_unmatched, round_ends, pins to lampline_app;
grant update (lifted_at, lifted_by) on pins to lampline_app;
