-- What goes with a letter for a calendar program. It says with whom and when somebody meets, which whoever keeps the outbox need not read.
create table mail_calendars (
  mail uuid primary key references mails on delete cascade,
  method text not null check (method in ('REQUEST', 'CANCEL')),
  words text not null check (length(words) between 1 and 20000)
);

-- What came back from calendar programs, counted: of a letter that is taken, who answered; of any other, only that it came.
create table inbound_mails (
  -- A hash of who answered what, and when, so that the same reply twice is one.
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  meeting uuid not null references meetings,
  outcome text not null check (outcome in ('taken', 'stale', 'over', 'forged')),
  person uuid references people,
  -- The time of the meeting that it answers, and when the calendar program says it was written.
  nth int check (nth between 1 and 200),
  stamped_at timestamptz,
  at timestamptz not null,
  check ((outcome = 'forged') = (person is null))
);
create index inbound_mails_meeting on inbound_mails (meeting);
create trigger inbound_mails_only_add before update or delete on inbound_mails for each row execute function scope.refuse_change();

do $$ declare t text; begin
  foreach t in array array['mail_calendars', 'inbound_mails'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create policy %I on %I for select to lampline_app using ((select scope.house()))', t || '_read', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;
create policy mail_calendars_write on mail_calendars for insert to lampline_app with check (scope.door() <> '');
create policy inbound_mails_write on inbound_mails for insert to lampline_app with check ((select scope.house()));

-- The language that somebody's calendar is read in, by its secret address.
create function scope.calendar_reader(which_token text) returns table (language text, calendar text, zone text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.language, p.calendar, p.zone from people p where p.id = scope.calendar_owner(which_token)
$$;
