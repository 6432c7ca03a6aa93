-- Two people meet: in a partnership, or because one asked and the other had time.
create table meetings (
  id uuid primary key,
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  partnership uuid references partnerships,
  -- What it was asked for in, a later room's; no reference.
  ask uuid,
  rhythm uuid,
  host uuid not null references people,
  guest uuid not null references people,
  made_at timestamptz not null,
  made_by uuid,
  check (host <> guest),
  check (partnership is not null or ask is not null)
);
create index meetings_partnership on meetings (partnership);
create index meetings_host on meetings (host);
create index meetings_guest on meetings (guest);
create index meetings_programme on meetings (programme);

-- When: the newest row. Local time and zone are what was agreed; the instant is derived, with the zone data it was derived by.
create table meeting_times (
  meeting uuid not null references meetings,
  nth int not null check (nth between 1 and 200),
  local_time timestamp not null,
  zone text not null check (length(zone) between 1 and 60),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 480),
  zone_data text not null check (length(zone_data) <= 20),
  said_at timestamptz not null,
  said_by uuid,
  primary key (meeting, nth)
);
create index meeting_times_start on meeting_times (starts_at);
-- Where: a link or a room, sealed with the key of the pair, or of the ask; null where it was taken back. The newest row.
create table meeting_places (
  meeting uuid not null references meetings,
  nth int not null check (nth between 1 and 200),
  sealed sealed,
  at timestamptz not null,
  by uuid not null,
  primary key (meeting, nth)
);
create table meeting_cancellations (
  meeting uuid primary key references meetings,
  at timestamptz not null,
  by uuid
);
-- What each says of whether it can come, by the page or out of the calendar program; of the newest time, the newest row.
create table meeting_answers (
  id uuid primary key,
  meeting uuid not null references meetings,
  -- The time that it answers.
  nth int not null check (nth between 1 and 200),
  person uuid not null references people,
  answer text not null check (answer in ('accepted', 'declined', 'tentative')),
  at timestamptz not null
);
create index meeting_answers_meeting on meeting_answers (meeting);
-- What each side says of how it went; of a side the newest row.
create table meeting_statements (
  id uuid primary key,
  meeting uuid not null references meetings,
  person uuid not null references people,
  happened text not null check (happened in ('met', 'moved', 'absent-host', 'absent-guest', 'cancelled')),
  minutes int check (minutes between 1 and 1440),
  at timestamptz not null,
  check ((happened = 'met') = (minutes is not null))
);
create index meeting_statements_meeting on meeting_statements (meeting);

-- Times that one offers, of which the other takes one.
create table meeting_offers (
  id uuid primary key,
  partnership uuid not null references partnerships,
  minutes int not null check (minutes between 5 and 480),
  at timestamptz not null,
  by uuid not null
);
create index meeting_offers_partnership on meeting_offers (partnership);
create table meeting_offer_times (
  offer uuid not null references meeting_offers,
  nth int not null check (nth between 1 and 3),
  local_time timestamp not null,
  zone text not null check (length(zone) between 1 and 60),
  starts_at timestamptz not null,
  primary key (offer, nth)
);
-- Taken, which makes a meeting of the offer's id, or taken back.
create table meeting_offer_ends (
  offer uuid primary key references meeting_offers,
  taken int check (taken between 1 and 3),
  at timestamptz not null,
  by uuid not null
);

-- A standing rhythm: every so many weeks on a weekday, at a time on the wall that stays when clocks change.
create table rhythms (
  id uuid primary key,
  partnership uuid not null references partnerships,
  every_weeks int not null check (every_weeks between 1 and 12),
  first_day date not null,
  wall_time time not null,
  zone text not null check (length(zone) between 1 and 60),
  minutes int not null check (minutes between 5 and 480),
  at timestamptz not null,
  by uuid not null
);
create index rhythms_partnership on rhythms (partnership);
create table rhythm_ends (
  rhythm uuid primary key references rhythms,
  at timestamptz not null,
  by uuid
);

-- The private address of somebody's calendar; a new one takes the place of the old.
create table calendar_feeds (
  id uuid primary key,
  person uuid not null references people,
  token text not null unique check (length(token) between 20 and 60),
  at timestamptz not null
);
create table calendar_feed_ends (
  feed uuid primary key references calendar_feeds,
  at timestamptz not null
);

-- What a calendar program reads by the secret address: one's own meetings, and nobody else's content.
create function scope.calendar_of(which_token text) returns table (
  person uuid, meeting uuid, nth int, local_time timestamp, zone text, starts_at timestamptz, minutes int, partner text,
  said_at timestamptz, is_cancelled boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.person, m.id, t.nth, t.local_time, t.zone, t.starts_at, t.minutes,
    (select coalesce(o.called_name, o.full_name) from people o where o.id = case when m.host = f.person then m.guest else m.host end),
    t.said_at, exists (select 1 from meeting_cancellations c where c.meeting = m.id)
  from calendar_feeds f
    join meetings m on f.person in (m.host, m.guest)
    cross join lateral (select * from meeting_times n where n.meeting = m.id order by n.nth desc limit 1) as t
  where scope.door() <> '' and f.token = which_token and not exists (select 1 from calendar_feed_ends e where e.feed = f.id)
  order by t.starts_at desc, m.id limit 500
$$;
create function scope.calendar_owner(which_token text) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select f.person from calendar_feeds f
  where scope.door() <> '' and f.token = which_token and not exists (select 1 from calendar_feed_ends e where e.feed = f.id)
$$;

do $$ declare t text; begin
  foreach t in array array['meetings', 'meeting_times', 'meeting_places', 'meeting_cancellations', 'meeting_answers', 'meeting_statements',
    'meeting_offers', 'meeting_offer_times', 'meeting_offer_ends', 'rhythms', 'rhythm_ends', 'calendar_feeds', 'calendar_feed_ends'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['meeting_times', 'meeting_cancellations', 'meeting_answers', 'meeting_statements'] loop
    execute format('create policy %I on %I for select to lampline_app using (exists (select 1 from meetings m where m.id = meeting))', t || '_read', t);
  end loop;
  -- Times and cancellations are added by either of the two, and by the house; what somebody answers and says, by themselves.
  foreach t in array array['meeting_times', 'meeting_cancellations'] loop
    execute format('create policy %I on %I for insert to lampline_app with check ((select scope.house())
      or exists (select 1 from meetings m where m.id = meeting and (select scope.person()) in (m.host, m.guest)))', t || '_add', t);
  end loop;
  foreach t in array array['meeting_answers', 'meeting_statements'] loop
    execute format('create policy %I on %I for insert to lampline_app with check ((select scope.house()) or (person = (select scope.person())
      and exists (select 1 from meetings m where m.id = meeting and (select scope.person()) in (m.host, m.guest))))', t || '_add', t);
  end loop;
end $$;

create policy meetings_read on meetings for select to lampline_app using (
  (select scope.house()) or host = (select scope.person()) or guest = (select scope.person())
  or programme = any ((select scope.programmes())::uuid[]));
create policy meetings_add on meetings for insert to lampline_app with check (
  (select scope.house()) or (select scope.person()) in (host, guest));
create policy meeting_places_of_two on meeting_places to lampline_app using (
  (select scope.house()) or exists (select 1 from meetings m where m.id = meeting and (select scope.person()) in (m.host, m.guest)));
create policy meeting_offers_of_two on meeting_offers to lampline_app using (
  (select scope.house()) or exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy meeting_offer_times_of_two on meeting_offer_times to lampline_app using (exists (select 1 from meeting_offers o where o.id = offer));
create policy meeting_offer_ends_of_two on meeting_offer_ends to lampline_app using (exists (select 1 from meeting_offers o where o.id = offer));
create policy rhythms_of_two on rhythms to lampline_app using (
  (select scope.house()) or exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy rhythm_ends_of_two on rhythm_ends to lampline_app using (exists (select 1 from rhythms r where r.id = rhythm));
create policy calendar_feeds_own on calendar_feeds to lampline_app using (person = (select scope.person()));
create policy calendar_feed_ends_own on calendar_feed_ends to lampline_app using (
  exists (select 1 from calendar_feeds f where f.id = feed and f.person = (select scope.person())));
