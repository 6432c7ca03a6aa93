-- Who is asking: a door sets these for one transaction; a query without them is refused, not answered with nothing.
create schema scope;
grant usage on schema scope to lampline_app;

create function scope.door() returns text language plpgsql stable as $$
declare
  door text := current_setting('lampline.door', true);
begin
  if coalesce(door, '') = '' then
    raise exception 'no door has said who is asking' using errcode = 'insufficient_privilege';
  end if;
  return door;
end $$;

-- The house itself: the worker, the command line, first set-up. Never a person's request.
create function scope.house() returns boolean language sql stable as $$ select scope.door() = 'house' $$;

-- Before anybody is known: finds whom a session or a mailed code belongs to.
create function scope.sign_in() returns boolean language sql stable as $$ select scope.door() in ('house', 'sign-in') $$;

create function scope.person() returns uuid language sql stable as $$
  select case when scope.door() = '' then null else nullif(current_setting('lampline.person', true), '')::uuid end $$;

-- The organisation that the person belongs to.
create function scope.home() returns uuid language sql stable as $$
  select case when scope.door() = '' then null else nullif(current_setting('lampline.home', true), '')::uuid end $$;

-- Organisations that the person administers or coordinates.
create function scope.organisations() returns uuid[] language sql stable as $$
  select case when scope.door() = '' then null else coalesce(nullif(current_setting('lampline.organisations', true), '')::uuid[], '{}') end $$;

-- Programmes that the person coordinates, those of the organisations above included.
create function scope.programmes() returns uuid[] language sql stable as $$
  select case when scope.door() = '' then null else coalesce(nullif(current_setting('lampline.programmes', true), '')::uuid[], '{}') end $$;

-- Whether the asker may use what their roles open: not while a staff session owes its proof (see people).
create function scope.proven() returns boolean language sql stable as $$
  select scope.door() <> '' and coalesce(current_setting('lampline.owes_proof', true), '') <> 'yes' $$;

create function scope.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only ever adds', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What happened, by whom, when: audit trail, activity list and news in one. Names nobody, quotes nobody.
create table diary (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by uuid,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  subject uuid not null,
  organisation uuid,
  programme uuid,
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object')
);
create index diary_programme on diary (programme, id);
create index diary_organisation on diary (organisation, id);
create index diary_subject on diary (subject, id);
create trigger diary_only_adds before update or delete on diary for each row execute function scope.refuse_change();
create trigger diary_never_empties before truncate on diary execute function scope.refuse_change();

alter table diary enable row level security;
alter table diary force row level security;
-- The owner migrates, backs up and runs the few functions below; nobody logs in as the owner to serve a page.
create policy diary_owner on diary to current_user using (true) with check (true);
create policy diary_read on diary for select to lampline_app using (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]) or programme = any ((select scope.programmes())::uuid[]));
create policy diary_write on diary for insert to lampline_app with check (
  (select scope.sign_in()) or by = (select scope.person()));
grant select, insert on diary to lampline_app;
grant usage on sequence diary_id_seq to lampline_app;

-- News that the later rooms have heeded, marked in the same transaction: heeded once, even when a job runs twice.
create table heedings (
  news bigint primary key references diary,
  at timestamptz not null
);
alter table heedings enable row level security;
alter table heedings force row level security;
create policy heedings_owner on heedings to current_user using (true) with check (true);
create policy heedings_house on heedings to lampline_app using ((select scope.house())) with check ((select scope.house()));
grant select, insert on heedings to lampline_app;

-- Letters out. Written in the transaction of their cause; unique by what, about what, to whom, which version.
create table mails (
  id uuid primary key,
  organisation uuid,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  about uuid not null,
  recipient uuid,
  version int not null default 1,
  address text not null check (length(address) between 3 and 254),
  language text not null,
  title text not null check (length(title) <= 300),
  body text not null check (length(body) <= 20000),
  message_id text not null unique,
  written_at timestamptz not null,
  unique nulls not distinct (kind, about, recipient, version)
);
create index mails_organisation on mails (organisation, written_at desc);

-- One row before the letter leaves and one after: an attempt without an outcome is what a crash leaves behind.
create table mail_attempts (
  id uuid primary key,
  mail uuid not null references mails on delete cascade,
  started_at timestamptz not null
);
create index mail_attempts_mail on mail_attempts (mail);
create table mail_outcomes (
  attempt uuid primary key references mail_attempts on delete cascade,
  outcome text not null check (outcome in ('sent', 'kept', 'failed', 'unsure', 'again')),
  detail text check (length(detail) <= 500),
  at timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['mails', 'mail_attempts', 'mail_outcomes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy mails_read on mails for select to lampline_app using (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]));
create policy mails_write on mails for insert to lampline_app with check (scope.door() <> '');
create policy mails_blank on mails for update to lampline_app using ((select scope.house()));
create policy mail_attempts_all on mail_attempts to lampline_app using (
  (select scope.house()) or exists (select 1 from mails where mails.id = mail));
create policy mail_outcomes_all on mail_outcomes to lampline_app using (
  (select scope.house()) or exists (select 1 from mail_attempts where mail_attempts.id = attempt));
grant select, insert on mails to lampline_app;
grant update (body) on mails to lampline_app;
grant select, insert on mail_attempts, mail_outcomes to lampline_app;

-- What is confidential stands in columns of this domain: see docs/sealed.md. The first byte says how it was sealed.
create domain sealed as bytea check (octet_length(value) between 280 and 130000);

-- The keys of such texts, one line of versions for each owner; wrapped by keys that the database never sees. Each room says whose are read.
create table content_keys (
  owner uuid not null,
  kind text not null check (kind in ('partnership', 'coordinated', 'person', 'concern', 'ask', 'organisation', 'attributes')),
  version int not null check (version between 1 and 65535),
  wrapped bytea not null check (octet_length(wrapped) between 100 and 1000),
  wrapping text not null check (wrapping ~ '^[0-9a-f]{16}$'),
  made_at timestamptz not null,
  primary key (owner, kind, version)
);
create index content_keys_wrapping on content_keys (wrapping);
create table content_key_ends (
  owner uuid primary key,
  kind text not null,
  why text not null check (why in ('kept-long-enough', 'erased', 'shredded', 'restored')),
  at timestamptz not null
);
do $$ declare t text; begin
  foreach t in array array['content_keys', 'content_key_ends'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;
create policy content_key_ends_read on content_key_ends for select to lampline_app using (scope.door() <> '');
grant select, insert on content_keys to lampline_app;
grant select on content_key_ends to lampline_app;
create trigger content_key_ends_only_add before update or delete on content_key_ends for each row execute function scope.refuse_change();

-- A destroyed key never comes back; a key changes in nothing but what wraps it.
create function guard_content_key() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.owner, new.kind, new.version, new.made_at) is distinct from (old.owner, old.kind, old.version, old.made_at) then
    raise exception 'a key stays its owner''s' using errcode = 'restrict_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.owner::text, 20));
  if exists (select 1 from content_key_ends e where e.owner = new.owner) then
    raise exception 'the key was destroyed' using errcode = 'check_violation', constraint = 'key_destroyed';
  end if;
  return new;
end $$;
create trigger content_keys_guard before insert or update on content_keys for each row execute function guard_content_key();

-- The house destroys keys without being able to read them. Answers whether it was the first to.
create function scope.destroy_keys(whose uuid, of_kind text, wherefore text, now timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_first boolean;
begin
  if not scope.house() then raise exception 'only the house destroys keys' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtextextended(whose::text, 20));
  insert into content_key_ends (owner, kind, why, at) values (whose, of_kind, wherefore, now) on conflict do nothing;
  is_first := found;
  delete from content_keys where owner = whose;
  return is_first;
end $$;
