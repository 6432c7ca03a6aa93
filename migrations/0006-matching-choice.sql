-- How a round was asked to choose, and the prices that prove its whole. A big round is asked first and worked out while somebody waits.
alter table rounds
  add column choice jsonb not null default '{}' check (jsonb_typeof(choice) = 'object'),
  add column proved jsonb check (jsonb_typeof(proved) = 'object');

create table round_asks (
  id uuid primary key,
  programme uuid not null references programmes,
  choice jsonb not null check (jsonb_typeof(choice) = 'object'),
  asked_at timestamptz not null,
  asked_by uuid not null
);

alter table round_asks enable row level security;
alter table round_asks force row level security;
create policy round_asks_owner on round_asks to current_user using (true) with check (true);
create policy round_asks_all on round_asks to lampline_app using ((select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
grant select, insert on round_asks to lampline_app;
