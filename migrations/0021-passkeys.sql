create table passkeys (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  organisation uuid not null references organisations,
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  public_key bytea not null check (octet_length(public_key) between 1 and 4000),
  transports text[] not null default '{}' check (cardinality(transports) <= 8),
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null
);
create index passkeys_person on passkeys (person);
-- The counter that the device sent: one that falls shows a copy. Many devices always send 0.
create table passkey_uses (
  id uuid primary key,
  passkey uuid not null references passkeys on delete cascade,
  at timestamptz not null,
  counter bigint not null check (counter between 0 and 4294967295)
);
create index passkey_uses_passkey on passkey_uses (passkey, at);
create table passkey_ends (
  passkey uuid primary key references passkeys on delete cascade,
  at timestamptz not null,
  by uuid
);

-- What a device is to sign, once, for the browser that asked; swept when it is of no more use.
create table passkey_challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'prove', 'add')),
  person uuid references people on delete cascade,
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  network_hash bytea not null check (octet_length(network_hash) = 32),
  challenge bytea not null unique check (octet_length(challenge) = 32),
  next text check (length(next) <= 500),
  asked_at timestamptz not null,
  until timestamptz not null,
  check ((purpose = 'sign-in') = (person is null))
);
create index passkey_challenges_browser on passkey_challenges (browser_hash, asked_at);
create index passkey_challenges_network on passkey_challenges (network_hash, asked_at);
create table passkey_challenge_uses (
  challenge uuid primary key references passkey_challenges on delete cascade,
  at timestamptz not null
);

-- Ten codes for who has lost every passkey; a newer sheet voids the one before. Each code has 80 bits, so a plain hash keeps it.
create table recovery_sheets (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  organisation uuid not null references organisations,
  made_at timestamptz not null
);
create index recovery_sheets_person on recovery_sheets (person, made_at desc);
create table recovery_codes (
  sheet uuid not null references recovery_sheets on delete cascade,
  nth int not null check (nth between 1 and 10),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  primary key (sheet, nth)
);
create table recovery_uses (
  sheet uuid not null,
  nth int not null,
  at timestamptz not null,
  primary key (sheet, nth),
  foreign key (sheet, nth) references recovery_codes on delete cascade
);
create table recovery_sheet_ends (
  sheet uuid primary key references recovery_sheets on delete cascade,
  at timestamptz not null,
  by uuid
);
create table recovery_tries (
  id uuid primary key,
  session uuid not null references sessions on delete cascade,
  at timestamptz not null
);
create index recovery_tries_session on recovery_tries (session, at);

-- They only add; with their person they go, since a name of a device is theirs.
do $$ declare t text; begin
  foreach t in array array['passkeys', 'passkey_uses', 'passkey_ends', 'passkey_challenges', 'passkey_challenge_uses', 'recovery_sheets',
    'recovery_codes', 'recovery_uses', 'recovery_sheet_ends', 'recovery_tries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;
grant delete on passkey_challenges to lampline_app;

create policy passkeys_read on passkeys for select to lampline_app using (
  (select scope.sign_in()) or person = (select scope.person()));
create policy passkeys_add on passkeys for insert to lampline_app with check (
  person = (select scope.person()) and organisation = (select scope.home()));
create policy passkey_uses_read on passkey_uses for select to lampline_app using (exists (select 1 from passkeys p where p.id = passkey));
create policy passkey_uses_add on passkey_uses for insert to lampline_app with check (exists (
  select 1 from passkeys p where p.id = passkey and ((select scope.sign_in()) or p.person = (select scope.person()))));
create policy passkey_ends_read on passkey_ends for select to lampline_app using (exists (select 1 from passkeys p where p.id = passkey));
create policy passkey_ends_add on passkey_ends for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from passkeys p where p.id = passkey));

create policy passkey_challenges_all on passkey_challenges to lampline_app using (
  (select scope.sign_in()) or person = (select scope.person()));
create policy passkey_challenge_uses_all on passkey_challenge_uses to lampline_app using (
  exists (select 1 from passkey_challenges c where c.id = passkey_challenge_uses.challenge));

create policy recovery_sheets_read on recovery_sheets for select to lampline_app using (
  (select scope.house()) or person = (select scope.person()));
create policy recovery_sheets_add on recovery_sheets for insert to lampline_app with check (
  person = (select scope.person()) and organisation = (select scope.home()));
create policy recovery_codes_own on recovery_codes to lampline_app using (exists (
  select 1 from recovery_sheets s where s.id = sheet and s.person = (select scope.person())));
create policy recovery_uses_read on recovery_uses for select to lampline_app using (
  exists (select 1 from recovery_sheets s where s.id = sheet));
create policy recovery_uses_add on recovery_uses for insert to lampline_app with check (exists (
  select 1 from recovery_sheets s where s.id = sheet and s.person = (select scope.person())));
create policy recovery_sheet_ends_read on recovery_sheet_ends for select to lampline_app using (
  exists (select 1 from recovery_sheets s where s.id = sheet));
create policy recovery_sheet_ends_add on recovery_sheet_ends for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from recovery_sheets s where s.id = sheet));
create policy recovery_tries_own on recovery_tries to lampline_app using (
  exists (select 1 from sessions where sessions.id = session));

-- An administrator learns how many passkeys somebody has, and may end them all; never what they are called or when they were used.
create function scope.passkey_count(whom uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.house() or exists (select 1 from people p where p.id = whom and scope.administers(p.organisation)) then (
    select count(*)::int from passkeys k where k.person = whom and not exists (select 1 from passkey_ends e where e.passkey = k.id)) end
$$;
create function scope.lift_passkeys(whom uuid, at timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  lifted int;
begin
  if scope.passkey_count(whom) is null or whom = scope.person() then
    raise exception 'not yours to lift' using errcode = 'insufficient_privilege';
  end if;
  insert into passkey_ends (passkey, at, by)
    select k.id, lift_passkeys.at, scope.person() from passkeys k where k.person = whom on conflict do nothing;
  get diagnostics lifted = row_count;
  insert into recovery_sheet_ends (sheet, at, by)
    select s.id, lift_passkeys.at, scope.person() from recovery_sheets s where s.person = whom on conflict do nothing;
  return lifted;
end $$;
