-- The name by which people of an organisation find its own way in: first come, kept for good, so that nobody takes another's.
create table sign_on_names (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  organisation uuid not null unique references organisations
);
-- An organisation's provider as it was set up; the newest counts, unless it was taken away. Its secret is sealed.
create table sign_on_providers (
  id uuid primary key,
  organisation uuid not null references organisations,
  issuer text not null check (length(issuer) between 8 and 500),
  client text not null check (length(client) between 1 and 300),
  sealed sealed not null,
  -- What the provider said of itself when it was set up.
  metadata jsonb not null check (jsonb_typeof(metadata) = 'object' and length(metadata::text) <= 60000),
  -- Whom a person is found by: an address that the provider has verified, or the code in a claim of this name.
  code_claim text check (length(code_claim) between 1 and 100),
  -- Whether coming in by it counts as a proof for staff roles.
  is_strong boolean not null,
  -- Whether its people come in by it alone.
  is_only boolean not null,
  at timestamptz not null,
  by uuid not null
);
create index sign_on_providers_organisation on sign_on_providers (organisation, at desc);
create table sign_on_provider_ends (
  provider uuid primary key references sign_on_providers,
  at timestamptz not null,
  by uuid not null
);
-- Somebody is on the way to a provider and back: what must come back with them, sealed, for one browser, once.
create table sign_on_tries (
  id uuid primary key,
  provider uuid not null references sign_on_providers,
  state_hash bytea not null unique,
  browser_hash bytea not null,
  sealed sealed not null,
  next text check (length(next) <= 500),
  at timestamptz not null,
  until timestamptz not null
);
create index sign_on_tries_until on sign_on_tries (until);
create table sign_on_try_uses (
  try uuid primary key references sign_on_tries on delete cascade,
  at timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['sign_on_names', 'sign_on_providers', 'sign_on_provider_ends', 'sign_on_tries', 'sign_on_try_uses'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['sign_on_names', 'sign_on_providers', 'sign_on_provider_ends'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
  end loop;
end $$;
create policy sign_on_names_read on sign_on_names for select to lampline_app using (
  (select scope.sign_in()) or organisation = any ((select scope.organisations())::uuid[]));
create policy sign_on_names_add on sign_on_names for insert to lampline_app with check (
  organisation = any ((select scope.organisations())::uuid[]));
create policy sign_on_providers_read on sign_on_providers for select to lampline_app using (
  (select scope.sign_in()) or organisation = any ((select scope.organisations())::uuid[]));
create policy sign_on_providers_add on sign_on_providers for insert to lampline_app with check (
  organisation = any ((select scope.organisations())::uuid[]) and by = (select scope.person()));
create policy sign_on_provider_ends_read on sign_on_provider_ends for select to lampline_app using (
  exists (select 1 from sign_on_providers p where p.id = provider));
-- The door reads every provider, and may end none.
create policy sign_on_provider_ends_add on sign_on_provider_ends for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from sign_on_providers p where p.id = provider
    and p.organisation = any ((select scope.organisations())::uuid[])));
create policy sign_on_tries_all on sign_on_tries to lampline_app using ((select scope.sign_in()));
create policy sign_on_try_uses_all on sign_on_try_uses to lampline_app using ((select scope.sign_in()));
grant delete on sign_on_tries to lampline_app;

-- Whom the provider means, among the people of its organisation: before anybody is signed in, names and profiles stay behind the walls.
create function scope.sign_on_people(which_organisation uuid, which_address text, which_code text) returns table (person uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p where scope.sign_in() and p.organisation = which_organisation and (
    lower(p.code) = lower(trim(which_code))
    or exists (select 1 from contacts c where c.person = p.id and c.kind = 'email' and c.folded = which_address))
  order by p.id limit 3
$$;

-- The name of the one way in of a person whose organisation lets its people come in by its provider alone; asked by the door and the worker.
-- Administrators keep every way, for the day on which the provider is away.
create function scope.only_way_of(whom uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select n.name from people p join sign_on_names n on n.organisation = p.organisation
    join lateral (select s.id, s.is_only from sign_on_providers s where s.organisation = p.organisation
      order by s.at desc, s.id desc limit 1) newest on newest.is_only
  where scope.sign_in() and p.id = whom
    and not exists (select 1 from sign_on_provider_ends e where e.provider = newest.id)
    and not exists (select 1 from roles r where r.person = p.id and r.role = 'administrator' and r.organisation = p.organisation
      and r.programme is null and not exists (select 1 from role_ends e where e.role = r.id))
$$;
