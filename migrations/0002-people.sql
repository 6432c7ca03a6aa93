create table organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  zone text not null default 'UTC',
  language text not null default 'en',
  rest_days int[] not null default '{6,7}',
  made_at timestamptz not null
);

create table people (
  id uuid primary key,
  organisation uuid not null references organisations,
  code text not null check (length(code) between 1 and 40),
  full_name text not null check (length(full_name) between 1 and 200),
  name_latin text check (length(name_latin) <= 200),
  called_name text check (length(called_name) <= 200),
  language text not null default 'en',
  calendar text not null default 'gregory' check (calendar in ('gregory', 'persian', 'islamic-umalqura')),
  zone text not null default 'UTC' check (length(zone) <= 60),
  unit text check (length(unit) <= 200),
  job_title text check (length(job_title) <= 200),
  grade text check (length(grade) <= 120),
  grade_level int check (grade_level between 0 and 100),
  line_manager_code text check (length(line_manager_code) <= 40),
  country text check (country ~ '^[A-Z]{2}$'),
  field text check (length(field) <= 120),
  languages text[] not null default '{}' check (cardinality(languages) <= 12),
  can_help_with text[] not null default '{}' check (cardinality(can_help_with) <= 20),
  wants_help_with text[] not null default '{}' check (cardinality(wants_help_with) <= 20),
  free_hours jsonb check (jsonb_typeof(free_hours) = 'array' and jsonb_array_length(free_hours) <= 42),
  about text check (length(about) <= 4000),
  search text not null default '',
  joined_at timestamptz not null,
  joined_by uuid,
  unique (organisation, code)
);
create index people_by_name on people (organisation, full_name, id);

-- Neither required nor unique: an office or a family may share an address or a telephone.
create table contacts (
  person uuid not null references people on delete cascade,
  organisation uuid not null references organisations,
  kind text not null check (kind in ('email', 'phone')),
  address text not null check (length(address) between 3 and 254),
  folded text not null check (length(folded) between 3 and 254),
  primary key (person, kind, folded)
);
create index contacts_folded on contacts (kind, folded);

create table roles (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  role text not null check (role in ('administrator', 'coordinator')),
  organisation uuid not null references organisations,
  programme uuid,
  given_at timestamptz not null,
  given_by uuid
);
create index roles_person on roles (person);
create table role_ends (
  role uuid primary key references roles on delete cascade,
  at timestamptz not null,
  by uuid
);

-- Gender, ethnicity, birth year: told by the person, taken back by the person, compared by scope.attribute_marks alone. Sealed, so that
-- the person reads it again; and as marks, which can be compared and not read: whoever has the database alone sees who is alike, not what.
create table attributes (
  person uuid not null references people on delete cascade,
  attribute text not null check (attribute in ('gender', 'ethnicity', 'birthYear', 'disability', 'identity')),
  sealed sealed not null,
  marks text not null check (marks ~ '^[0-9a-f]{16}(,[0-9a-f]{16}){0,39}$'),
  given_at timestamptz not null,
  given_by uuid,
  primary key (person, attribute)
);
create table attributes_taken_back (
  person uuid not null references people on delete cascade,
  attribute text not null,
  at timestamptz not null,
  primary key (person, attribute)
);

create table sign_in_links (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'first-administrator')),
  address text,
  -- Both secrets are made when the letter is written, after the request was answered: an unknown address answers as fast as a known one.
  token_hash bytea unique,
  code_hash bytea,
  browser_hash bytea,
  network_hash bytea,
  next text check (length(next) <= 500),
  asked_at timestamptz not null,
  until timestamptz not null
);
create index sign_in_links_address on sign_in_links (address, asked_at);
create index sign_in_links_network on sign_in_links (network_hash, asked_at);
create index sign_in_links_browser on sign_in_links (browser_hash, asked_at);
create table sign_in_tries (
  link uuid not null references sign_in_links on delete cascade,
  nth int not null check (nth between 1 and 5),
  at timestamptz not null,
  primary key (link, nth)
);
create table sign_in_uses (
  link uuid primary key references sign_in_links on delete cascade,
  at timestamptz not null
);
create table sessions (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  -- The sign-in link (or the passkey's challenge, or the provider's errand) that started it: each starts one. No reference, since they are swept.
  link uuid unique,
  begun_by text not null default 'link' check (begun_by in ('link', 'passkey', 'provider')),
  token_hash bytea not null unique,
  device text check (length(device) <= 200),
  started_at timestamptz not null,
  until timestamptz not null
);
create index sessions_person on sessions (person);
create table session_ends (
  session uuid primary key references sessions on delete cascade,
  at timestamptz not null,
  by uuid
);
-- That its person showed more than a mailbox: what opens the pages of a staff role, for some hours.
create table session_proofs (
  session uuid not null references sessions on delete cascade,
  at timestamptz not null,
  by text not null check (by in ('passkey', 'recovery-code', 'provider')),
  primary key (session, at)
);
-- That it was used on a day; one row a day, so that looking costs nothing.
create table session_sightings (
  session uuid not null references sessions on delete cascade,
  day date not null,
  at timestamptz not null,
  primary key (session, day)
);
-- Browsers in which a person has signed in, so that one of another's making is told of.
create table known_browsers (
  person uuid not null references people on delete cascade,
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  first_at timestamptz not null,
  primary key (person, browser_hash)
);

create table imports (
  id uuid primary key,
  organisation uuid not null references organisations,
  file_name text not null check (length(file_name) between 1 and 255),
  -- Emptied some days after completion; the rows that it brought stay known.
  -- Sealed with a key of the organisation, since a sheet may tell what nobody else reads.
  bytes bytea not null check (length(bytes) <= 24000000),
  -- Columns of attributes that were not kept, since no programme here has them; what is kept is then the sheet as it was read.
  unkept text[] not null default '{}' check (cardinality(unkept) <= 200),
  -- The side that all people of the sheet take, where no column of it says.
  side text check (side in ('mentor', 'mentee', 'both')),
  uploaded_at timestamptz not null,
  uploaded_by uuid
);
create index imports_organisation on imports (organisation, uploaded_at desc);
create table import_completions (
  import uuid primary key references imports on delete cascade,
  at timestamptz not null,
  by uuid,
  fresh int not null, changed int not null, same int not null, held int not null, refused int not null
);
-- Which people an import brought or found: "enrol all from this import".
create table import_people (
  import uuid not null references imports on delete cascade,
  person uuid not null references people on delete cascade,
  side text check (side in ('mentor', 'mentee', 'both')),
  capacity int check (capacity between 0 and 1000),
  -- In which of their attributes the person would rather have somebody like themselves; never the value.
  alike text[] not null default '{}',
  primary key (import, person)
);
-- The latest row for a set of headers is the mapping remembered.
create table column_mappings (
  id uuid primary key,
  organisation uuid not null references organisations,
  headers_fingerprint text not null,
  mapping jsonb not null,
  at timestamptz not null,
  by uuid not null
);
create index column_mappings_latest on column_mappings (organisation, headers_fingerprint, at desc);

do $$ declare t text; begin
  foreach t in array array['organisations', 'people', 'contacts', 'roles', 'role_ends', 'attributes', 'attributes_taken_back', 'sign_in_links',
    'sign_in_tries', 'sign_in_uses', 'sessions', 'session_ends', 'session_proofs', 'session_sightings', 'known_browsers',
    'imports', 'import_completions', 'import_people', 'column_mappings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

-- Before the first administrator there is nobody to ask: whoever holds the link that the process printed founds the house.
create function scope.nobody_yet() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.sign_in() and not exists (select 1 from roles where role = 'administrator') $$;

create policy organisations_read on organisations for select to lampline_app using (
  (select scope.sign_in()) or id = (select scope.home()) or id = any ((select scope.organisations())::uuid[]));
create policy organisations_add on organisations for insert to lampline_app with check (
  (select scope.house()) or (select scope.nobody_yet()));
create policy organisations_change on organisations for update to lampline_app using (
  (select scope.house()) or id = any ((select scope.organisations())::uuid[]));
grant select, insert, update on organisations to lampline_app;

create policy people_add on people for insert to lampline_app with check (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]) or (select scope.nobody_yet()));
create policy people_change on people for update to lampline_app using (
  (select scope.house()) or id = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[]))
  with check ((select scope.house()) or organisation = (select scope.home()) or organisation = any ((select scope.organisations())::uuid[]));
grant select, insert, update on people to lampline_app;

create policy contacts_add on contacts for insert to lampline_app with check (
  (select scope.house()) or person = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[])
  or (select scope.nobody_yet()));
create policy contacts_drop on contacts for delete to lampline_app using (
  (select scope.house()) or person = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[]));
grant select, insert, delete on contacts to lampline_app;

create policy roles_read on roles for select to lampline_app using (
  (select scope.sign_in()) or person = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[])
  or programme = any ((select scope.programmes())::uuid[]));
create policy roles_add on roles for insert to lampline_app with check (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]) or (select scope.nobody_yet()));
create policy role_ends_read on role_ends for select to lampline_app using (exists (select 1 from roles where roles.id = role_ends.role));
create policy role_ends_add on role_ends for insert to lampline_app with check (exists (
  select 1 from roles where roles.id = role_ends.role and ((select scope.house()) or roles.organisation = any ((select scope.organisations())::uuid[]))));
grant select, insert on roles, role_ends to lampline_app;

-- Only oneself reads what one told; the rest goes through the functions below.
create policy attributes_own on attributes to lampline_app using (person = (select scope.person()));
create policy attributes_taken_back_own on attributes_taken_back to lampline_app using (person = (select scope.person()));
grant select, insert, update, delete on attributes, attributes_taken_back to lampline_app;

create policy sign_in_links_all on sign_in_links to lampline_app using ((select scope.sign_in()));
create policy sign_in_tries_all on sign_in_tries to lampline_app using ((select scope.sign_in()));
create policy sign_in_uses_all on sign_in_uses to lampline_app using ((select scope.sign_in()));
grant select, insert on sign_in_links, sign_in_tries, sign_in_uses to lampline_app;
grant update (token_hash, code_hash) on sign_in_links to lampline_app;
grant delete on sign_in_links to lampline_app;
create policy sessions_all on sessions to lampline_app using ((select scope.sign_in()) or person = (select scope.person()));
create policy session_ends_all on session_ends to lampline_app using (exists (select 1 from sessions where sessions.id = session));
create policy session_proofs_all on session_proofs to lampline_app using (exists (select 1 from sessions where sessions.id = session));
create policy session_sightings_all on session_sightings to lampline_app using (exists (select 1 from sessions where sessions.id = session));
create policy known_browsers_all on known_browsers to lampline_app using ((select scope.sign_in()));
-- Confirmed, a session gets another secret.
grant update (token_hash) on sessions to lampline_app;
grant select, insert on sessions, session_ends, session_proofs, session_sightings, known_browsers to lampline_app;

create policy imports_all on imports to lampline_app using (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]));
create policy import_completions_all on import_completions to lampline_app using (exists (select 1 from imports where imports.id = import));
create policy import_people_all on import_people to lampline_app using (exists (select 1 from imports where imports.id = import));
create policy column_mappings_all on column_mappings to lampline_app using (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]));
grant select, insert, delete on imports to lampline_app;
grant update (bytes) on imports to lampline_app;
grant select, insert on import_completions, import_people, column_mappings to lampline_app;

-- An import may tell what a sheet says of a person, never over what the person told or took back, nor of somebody in a programme that has
-- attributes switched off (see programmes). Answers nothing.
create function scope.tell_attribute(whose uuid, which text, said bytea, as_marks text, at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (scope.house() or exists (select 1 from people where id = whose and organisation = any (scope.organisations()))) then
    raise exception 'not yours to tell' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from attributes_taken_back b where b.person = whose and b.attribute = which)
    or scope.is_spared(whose, which) then return; end if;
  insert into attributes (person, attribute, sealed, marks, given_at, given_by) values (whose, which, said, as_marks, at, scope.person())
    on conflict (person, attribute) do update set sealed = excluded.sealed, marks = excluded.marks, given_at = excluded.given_at
    where attributes.given_by is distinct from attributes.person and attributes.marks <> excluded.marks;
end $$;

-- What somebody told or wrote for themselves alone, and what an organisation keeps secret of its own.
create policy content_keys_person_read on content_keys for select to lampline_app using (
  kind = 'person' and owner = (select scope.person()));
create policy content_keys_person_add on content_keys for insert to lampline_app with check (
  kind = 'person' and owner = (select scope.person()));
create policy content_keys_organisation_read on content_keys for select to lampline_app using (
  kind = 'organisation' and ((select scope.sign_in()) or owner = any ((select scope.organisations())::uuid[])));
create policy content_keys_organisation_add on content_keys for insert to lampline_app with check (
  kind = 'organisation' and ((select scope.house()) or owner = any ((select scope.organisations())::uuid[])));
-- For what people of an organisation tell of themselves: it makes marks, and opens a row for whoever may read it, who is its person alone.
create policy content_keys_attributes_read on content_keys for select to lampline_app using (
  kind = 'attributes' and ((select scope.house()) or owner = (select scope.home()) or owner = any ((select scope.organisations())::uuid[])));
create policy content_keys_attributes_add on content_keys for insert to lampline_app with check (
  kind = 'attributes' and ((select scope.house()) or owner = (select scope.home()) or owner = any ((select scope.organisations())::uuid[])));
