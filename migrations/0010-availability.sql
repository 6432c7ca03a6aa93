-- Days on which somebody's week does not hold, in their own calendar: away for whole days, or there for some minutes besides.
create table hours_exceptions (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  kind text not null check (kind in ('away', 'extra')),
  from_day date not null,
  to_day date not null check (to_day between from_day and from_day + 366),
  from_minutes int check (from_minutes between 0 and 1439),
  to_minutes int check (to_minutes <= 1440),
  said_at timestamptz not null,
  check ((kind = 'away') = (from_minutes is null)),
  check ((from_minutes is null) = (to_minutes is null)),
  check (to_minutes > from_minutes),
  check (kind = 'away' or from_day = to_day)
);
create index hours_exceptions_person on hours_exceptions (person, to_day);
create table hours_exceptions_taken_back (
  exception uuid primary key references hours_exceptions on delete cascade,
  at timestamptz not null
);

-- Who is full is asked nothing until the end of that day. The newest row counts, unless it was taken back.
create table full_untils (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  until_day date not null,
  said_at timestamptz not null
);
create index full_untils_person on full_untils (person, said_at desc, id desc);
create table full_untils_taken_back (
  said uuid primary key references full_untils on delete cascade,
  at timestamptz not null
);

-- The secret address of somebody's own calendar, one for a person; what was read last, and how that went.
create table busy_feeds (
  id uuid primary key,
  person uuid not null references people on delete cascade,
  -- Emptied when it is removed: it is a secret, and nobody needs it any more.
  address text not null check (length(address) <= 2000),
  added_at timestamptz not null,
  removed_at timestamptz,
  -- Moved on when a reading begins, so that none begins twice, and one that a crash cut off is made up for.
  due_at timestamptz not null,
  read_at timestamptz,
  -- When it was last read from end to end: what is unchanged since then tells nothing of the days that have come into sight.
  whole_at timestamptz,
  outcome text check (length(outcome) between 1 and 60),
  failing_since timestamptz,
  failures int not null default 0 check (failures between 0 and 100000),
  -- It could not be read for many days, and is not read any more until the person asks for it.
  stopped_at timestamptz,
  etag text check (length(etag) <= 500),
  modified text check (length(modified) <= 500),
  check ((removed_at is null) = (address <> ''))
);
create unique index busy_feeds_one on busy_feeds (person) where removed_at is null;
create index busy_feeds_due on busy_feeds (due_at) where removed_at is null and stopped_at is null;

-- When somebody is busy, and nothing else: no title, no place, nobody's name.
create table busy_times (
  feed uuid not null references busy_feeds on delete cascade,
  person uuid not null references people on delete cascade,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  primary key (feed, from_at)
);
create index busy_times_person on busy_times (person, until_at);

do $$ declare t text; begin
  foreach t in array array['hours_exceptions', 'hours_exceptions_taken_back', 'full_untils', 'full_untils_taken_back', 'busy_feeds', 'busy_times'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
  foreach t in array array['hours_exceptions', 'hours_exceptions_taken_back', 'full_untils', 'full_untils_taken_back'] loop
    execute format('create trigger %I before update on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['hours_exceptions', 'full_untils'] loop
    execute format('create policy %I on %I to lampline_app using (person = (select scope.person()) or (select scope.house()))', t || '_own', t);
  end loop;
end $$;
create policy hours_exceptions_taken_back_own on hours_exceptions_taken_back to lampline_app using (
  exists (select 1 from hours_exceptions e where e.id = exception));
create policy full_untils_taken_back_own on full_untils_taken_back to lampline_app using (
  exists (select 1 from full_untils f where f.id = said));
create policy busy_feeds_own on busy_feeds to lampline_app using (person = (select scope.person()) or (select scope.house()));
grant select, insert, update on busy_feeds to lampline_app;
create policy busy_times_own on busy_times to lampline_app using (person = (select scope.person()) or (select scope.house()));
grant select, insert, delete on busy_times to lampline_app;

-- Those of these people whose time the asker may know of: oneself, who is in a programme or an organisation that the asker
-- coordinates, a partner, and who takes part in a programme with the asker in which anybody may be asked.
create function scope.time_known(people uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p where p.id = any (people) and (
    scope.house() or p.id = scope.person() or p.organisation = any (scope.organisations())
    or exists (select 1 from enrolments e where e.person = p.id and e.withdrawn_at is null and e.programme = any (scope.programmes()))
    or exists (select 1 from partnerships q where ((q.mentor = p.id and q.mentee = scope.person()) or (q.mentee = p.id and q.mentor = scope.person()))
      and scope.both_accepted(q.id) and not exists (select 1 from partnership_ends x where x.partnership = q.id))
    or exists (select 1 from enrolments e join enrolments mine on mine.programme = e.programme and mine.person = scope.person()
      where e.person = p.id and e.withdrawn_at is null and mine.withdrawn_at is null
        and coalesce((select (w.pathway -> 'asks' ->> 'allowed')::boolean from programme_pathways w
          where w.programme = e.programme order by w.version desc limit 1), true)))
$$;

-- When they have time, told without anything that they do with it: the zone, the hours of the week, the days off their organisation
-- keeps, exceptions and busy spans that touch the time asked for.
create function scope.free_busy(people uuid[], from_at timestamptz, until_at timestamptz)
returns table (person uuid, zone text, free_hours jsonb, rest_days int[], exceptions jsonb, busy jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.zone, p.free_hours, o.rest_days,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'from', e.from_day, 'to', e.to_day,
        'fromMinutes', e.from_minutes, 'toMinutes', e.to_minutes)), '[]')
      from hours_exceptions e where e.person = p.id and e.to_day >= (free_busy.from_at - interval '2 days')::date
        and e.from_day <= (free_busy.until_at + interval '2 days')::date
        and not exists (select 1 from hours_exceptions_taken_back b where b.exception = e.id)),
    (select coalesce(jsonb_agg(jsonb_build_array(extract(epoch from b.from_at)::float8 * 1000, extract(epoch from b.until_at)::float8 * 1000)), '[]')
      from busy_times b where b.person = p.id and b.until_at > free_busy.from_at and b.from_at < free_busy.until_at)
  from scope.time_known(free_busy.people) k join people p on p.id = k join organisations o on o.id = p.organisation
$$;

-- Until when they said that they are full, where that is not over: the last thing each said, unless taken back.
create function scope.full_until(people uuid[], now timestamptz) returns table (person uuid, zone text, until_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.zone, f.until_day from scope.time_known(full_until.people) k join people p on p.id = k
  cross join lateral (select * from full_untils u where u.person = p.id order by u.said_at desc, u.id desc limit 1) f
  where not exists (select 1 from full_untils_taken_back b where b.said = f.id)
    and f.until_day >= (full_until.now at time zone 'UTC' - interval '1 day')::date
$$;
