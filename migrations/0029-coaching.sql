-- Coaching that the bank of hours pays for: hours allotted to a business, meetings booked, held, logged, and confirmed by the client.
-- The bank knows them as causes alone. What was said is sealed for the pair; here are days, minutes, lists and who.

create table allotments (
  -- Also the bank's entry.
  id uuid primary key references entries,
  bank uuid not null references banks,
  organisation uuid not null references organisations,
  programme uuid not null references programmes,
  business uuid not null references businesses,
  partnership uuid not null references partnerships,
  minutes int not null check (minutes between 1 and 100000),
  at timestamptz not null,
  by uuid
);
create index allotments_business on allotments (business, at desc);
create index allotments_bank on allotments (bank);
create index allotments_partnership on allotments (partnership);

-- Until when an allotment is there: the latest row counts. An outage moves it.
create table allotment_expiries (
  id uuid primary key,
  allotment uuid not null references allotments,
  expires_on date not null,
  reason text not null default '' check (length(reason) <= 500),
  at timestamptz not null,
  by uuid
);
create index allotment_expiries_allotment on allotment_expiries (allotment, at desc);

-- What was unused went back to the pool.
create table allotment_ends (
  allotment uuid primary key references allotments,
  minutes int not null check (minutes between 0 and 100000),
  at timestamptz not null
);

create table allotment_reminders (
  allotment uuid not null references allotments,
  expires_on date not null,
  days smallint not null check (days in (90, 30, 7)),
  at timestamptz not null,
  primary key (allotment, expires_on, days)
);

create table coaching_meetings (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid not null references programmes,
  bank uuid not null references banks,
  business uuid not null references businesses,
  allotment uuid not null references allotments,
  partnership uuid not null references partnerships,
  coach uuid not null references people,
  starts_at timestamptz not null,
  -- The day on the coach's own clock at the time: its tariff holds.
  day date not null,
  minutes int not null check (minutes between 1 and 480),
  mode text not null check (mode in ('in-person', 'phone', 'video')),
  place text not null check (place in ('business', 'office', 'home', 'public', 'none')),
  -- An escort is needed, or travel is unsafe: a later cancelling is in time.
  escorted boolean not null,
  -- The meetings of one group stand under one id; what they cost is split over them.
  grouping uuid,
  group_minutes int check (group_minutes between 1 and 480),
  at timestamptz not null,
  by uuid,
  check ((grouping is null) = (group_minutes is null)),
  unique (grouping, business)
);
create index coaching_meetings_business on coaching_meetings (business, starts_at desc);
create index coaching_meetings_programme on coaching_meetings (programme, starts_at desc);
create index coaching_meetings_bank on coaching_meetings (bank, at);
create index coaching_meetings_coach on coaching_meetings (coach, day);
create index coaching_meetings_partnership on coaching_meetings (partnership);
create index coaching_meetings_allotment on coaching_meetings (allotment);

-- A meeting that waits for money keeps its place in the queue, which is when it was booked.
create table coaching_waits (
  meeting uuid primary key references coaching_meetings,
  -- Whose money was short, as the bank called them.
  who text not null check (length(who) <= 200),
  at timestamptz not null,
  by uuid
);

-- The latest counts: a meeting that took longer is reserved anew.
create table coaching_reservations (
  entry uuid primary key references entries,
  meeting uuid not null references coaching_meetings,
  at timestamptz not null
);
create index coaching_reservations_meeting on coaching_reservations (meeting, at desc);

create table coaching_logs (
  id uuid primary key,
  meeting uuid not null references coaching_meetings,
  version int not null check (version between 1 and 50),
  day date not null,
  minutes int not null check (minutes between 1 and 480),
  mode text not null check (mode in ('in-person', 'phone', 'video')),
  place text not null check (place in ('business', 'office', 'home', 'public', 'none')),
  topics text[] not null check (cardinality(topics) <= 2 and length(array_to_string(topics, ',')) <= 200),
  present text[] not null check (cardinality(present) <= 5 and length(array_to_string(present, ',')) <= 100),
  outage boolean not null,
  -- The next step, for the two alone; null where none was written.
  sealed sealed,
  at timestamptz not null,
  by uuid,
  unique (meeting, version)
);

-- What an owner agreed to pay beyond their part for one meeting, since a funder was short: its price was shown to them.
create table coaching_top_ups (
  meeting uuid primary key references coaching_meetings,
  amount bigint not null check (amount > 0),
  at timestamptz not null,
  by uuid not null
);

create table coaching_confirmations (
  id uuid primary key,
  meeting uuid not null references coaching_meetings,
  -- The log that it answers.
  version int not null,
  says text not null check (says in ('yes', 'no', 'other')),
  minutes int check (minutes between 1 and 480),
  how text not null check (how in ('page', 'link', 'code', 'call', 'paper')),
  reference text not null default '' check (length(reference) <= 150),
  at timestamptz not null,
  by uuid,
  check ((says = 'other') = (minutes is not null)),
  check (how <> 'paper' or reference <> ''),
  foreign key (meeting, version) references coaching_logs (meeting, version)
);
create index coaching_confirmations_meeting on coaching_confirmations (meeting, at desc);

-- Agreed before it began: how long a meeting may be at the most. The latest counts.
create table coaching_longer (
  id uuid primary key,
  meeting uuid not null references coaching_meetings,
  minutes int not null check (minutes between 1 and 480),
  at timestamptz not null,
  by uuid not null
);
create index coaching_longer_meeting on coaching_longer (meeting, at desc);

-- What a client told beside a confirmation, of both it is theirs to say nothing: how useful it was, and whether anybody asked them for money
-- beside. Never for the coach.
create table coaching_told (
  confirmation uuid primary key references coaching_confirmations,
  meeting uuid not null references coaching_meetings,
  useful smallint check (useful between 1 and 5),
  asked_for_money boolean,
  at timestamptz not null,
  by uuid,
  check (useful is not null or asked_for_money is not null)
);
create index coaching_told_meeting on coaching_told (meeting);

-- The coordinator's word where coach and client say different lengths; nothing is paid for no minutes.
create table coaching_decisions (
  id uuid primary key,
  meeting uuid not null references coaching_meetings,
  confirmation uuid not null unique references coaching_confirmations,
  minutes int not null check (minutes between 0 and 480),
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  by uuid not null
);
create index coaching_decisions_meeting on coaching_decisions (meeting);

-- The latest counts; one before it was reversed.
create table coaching_spends (
  entry uuid primary key references entries,
  meeting uuid not null references coaching_meetings,
  minutes int not null check (minutes between 1 and 480),
  -- What the entry spent, in minor units: it never changes, and a coach reads it where the journal is not theirs.
  amount bigint not null check (amount >= 0),
  at timestamptz not null,
  by uuid
);
create index coaching_spends_meeting on coaching_spends (meeting, at desc);

-- After confirming: reversed, and spent anew where minutes are left.
create table coaching_amendments (
  id uuid primary key references entries,
  meeting uuid not null references coaching_meetings,
  minutes int not null check (minutes between 0 and 480),
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  by uuid not null
);
create index coaching_amendments_meeting on coaching_amendments (meeting, at desc);

-- A meeting that does not take place, at most once.
create table coaching_ends (
  meeting uuid primary key references coaching_meetings,
  kind text not null check (kind in ('cancelledInTime', 'lateCancelledByClient', 'noShowClient', 'cancelledByCoach', 'noShowCoach',
    'forceMajeure')),
  lost_minutes int not null default 0 check (lost_minutes between 0 and 480),
  -- The first late one costs nothing and is said.
  warned boolean not null default false,
  standby bigint not null default 0 check (standby >= 0),
  reason text not null default '' check (length(reason) <= 500),
  -- Those ended together for one outage.
  outage uuid,
  at timestamptz not null,
  by uuid
);
create index coaching_ends_outage on coaching_ends (outage) where outage is not null;

create table coaching_outages (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid not null references programmes,
  from_day date not null,
  until_day date not null check (until_day >= from_day and until_day - from_day <= 366),
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  by uuid not null
);
create index coaching_outages_programme on coaching_outages (programme, at desc);

-- Somebody rang, and nobody said anything that counts.
create table coaching_calls (
  id uuid primary key,
  meeting uuid not null references coaching_meetings,
  outcome text not null check (outcome in ('no-answer', 'call-later')),
  at timestamptz not null,
  by uuid not null
);
create index coaching_calls_meeting on coaching_calls (meeting, at desc);

-- A link in a letter by which a client confirms without signing in; the secret itself is nowhere.
create table coaching_links (
  id uuid primary key,
  meeting uuid not null references coaching_meetings,
  hash bytea not null unique check (octet_length(hash) = 32),
  person uuid not null references people,
  until timestamptz not null,
  at timestamptz not null
);
create index coaching_links_meeting on coaching_links (meeting);

-- A printed strip of single-use codes, of one business. The codes are sealed with the organisation's key, for who prints it.
create table code_strips (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid not null references programmes,
  business uuid not null references businesses,
  sealed sealed not null,
  at timestamptz not null,
  by uuid not null
);
create index code_strips_business on code_strips (business, at desc);

create table code_strip_ends (
  strip uuid primary key references code_strips,
  at timestamptz not null,
  by uuid not null
);

-- Each code as it can be compared and not read: a keyed hash, so that how long comparing takes tells nothing of the code.
create table strip_codes (
  strip uuid not null references code_strips,
  nth smallint not null check (nth between 1 and 24),
  organisation uuid not null references organisations,
  mark text not null check (mark ~ '^[0-9a-f]{16}$'),
  primary key (strip, nth),
  unique (organisation, mark)
);

create table code_uses (
  strip uuid not null,
  nth smallint not null,
  meeting uuid not null unique references coaching_meetings,
  at timestamptz not null,
  by uuid,
  primary key (strip, nth),
  foreign key (strip, nth) references strip_codes (strip, nth)
);

-- Wrong codes typed for a strip. What was typed is nowhere.
create table code_tries (
  id uuid primary key,
  strip uuid not null references code_strips,
  meeting uuid not null references coaching_meetings,
  outcome text not null check (outcome in ('used', 'foreign', 'mistyped')),
  at timestamptz not null,
  by uuid
);
create index code_tries_strip on code_tries (strip, at desc);
create index code_tries_meeting on code_tries (meeting);

do $$ declare t text; begin
  foreach t in array array['allotments', 'allotment_expiries', 'allotment_ends', 'allotment_reminders', 'coaching_meetings', 'coaching_waits',
                           'coaching_top_ups', 'coaching_reservations', 'coaching_logs', 'coaching_longer', 'coaching_confirmations', 'coaching_told', 'coaching_decisions', 'coaching_spends',
                           'coaching_amendments', 'coaching_ends', 'coaching_outages', 'coaching_calls', 'coaching_links', 'code_strips',
                           'code_strip_ends', 'strip_codes', 'code_uses', 'code_tries'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('create trigger %I before truncate on %I execute function scope.refuse_change()', t || '_never_empty', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

-- Somebody's own coaching: they coach the business now, or coached it at this meeting.
create function scope.coaches_business(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.person() is not null and exists (
    select 1 from business_owners o join businesses b on b.id = o.business
      join partnerships p on p.programme = b.programme and p.mentee = o.person and p.mentor = scope.person()
    where o.business = which and scope.under_way(p.id)
      and o.version = (select max(version) from business_particulars where business = which))
$$;
create function scope.owns_business(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.person() is not null and exists (
    select 1 from business_owners o where o.business = which and o.person = scope.person()
      and o.version = (select max(version) from business_particulars where business = which))
$$;
create function scope.keeps_meeting(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.house() or exists (
    select 1 from coaching_meetings where id = which and programme = any (scope.programmes()))
$$;
-- The coordinator who coaches this very client counts as the coach: they decide nothing of it.
create function scope.judges_meeting(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.keeps_meeting(which)
    and not exists (select 1 from coaching_meetings where id = which and coach = scope.person())
$$;
-- Who owns a part of a business and coaches it counts as the coach too.
create function scope.owns_meeting(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from coaching_meetings m where m.id = which and m.coach <> scope.person() and scope.owns_business(m.business))
$$;
create function scope.sees_meeting(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.keeps_meeting(which) or exists (
    select 1 from coaching_meetings m where m.id = which and (m.coach = scope.person() or scope.is_of_business(m.business)))
$$;
-- How many wait for money of a bank, before an instant or at all: who books may not overtake them, nor see who they are.
create function scope.waiting_before(which uuid, before timestamptz) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from coaching_waits w join coaching_meetings m on m.id = w.meeting
  where m.bank = which and scope.sees_bank(which) and (before is null or m.at < before)
    and not exists (select 1 from coaching_reservations r where r.meeting = m.id)
    and not exists (select 1 from coaching_ends e where e.meeting = m.id)
$$;
-- Minutes of other meetings in a week, of a business and of a coach: the bank bounds both.
create function scope.coaching_in_week(of_business uuid, of_coach uuid, monday date, except_meeting uuid)
returns table (business_minutes bigint, coach_minutes bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(m.minutes) filter (where m.business = of_business), 0)::bigint,
    coalesce(sum(m.minutes) filter (where m.coach = of_coach), 0)::bigint
  from coaching_meetings m
  where (m.business = of_business or m.coach = of_coach) and m.day >= monday and m.day < monday + 7 and m.id <> except_meeting
    and scope.sees_business(of_business) and not exists (select 1 from coaching_ends e where e.meeting = m.id)
$$;

-- Minutes of other meetings that a coach has booked and held out of a bank.
create function scope.coaching_of_coach(of_bank uuid, of_coach uuid, except_meeting uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(m.minutes), 0)::bigint from coaching_meetings m
  where m.bank = of_bank and m.coach = of_coach and m.id <> except_meeting and scope.sees_bank(of_bank)
    and not exists (select 1 from coaching_ends e where e.meeting = m.id)
$$;

create policy allotments_read on allotments for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or scope.is_of_business(business));
create policy allotments_add on allotments for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
create policy allotment_expiries_read on allotment_expiries for select to lampline_app using (
  exists (select 1 from allotments a where a.id = allotment));
create policy allotment_expiries_add on allotment_expiries for insert to lampline_app with check (
  exists (select 1 from allotments a where a.id = allotment and scope.keeps_business(a.business)));
create policy allotment_ends_read on allotment_ends for select to lampline_app using (
  exists (select 1 from allotments a where a.id = allotment));
create policy allotment_ends_add on allotment_ends for insert to lampline_app with check ((select scope.house()));
create policy allotment_reminders_house on allotment_reminders to lampline_app
  using ((select scope.house())) with check ((select scope.house()));

create policy coaching_meetings_read on coaching_meetings for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or coach = (select scope.person())
  or scope.is_of_business(business));
create policy coaching_meetings_add on coaching_meetings for insert to lampline_app with check (
  ((select scope.house()) or "by" = (select scope.person())) and scope.sees_business(business)
  and exists (select 1 from allotments a where a.id = allotment and a.business = coaching_meetings.business and a.bank = coaching_meetings.bank));
do $$ declare t text; begin
  -- Who keeps or is of the meeting reads all of it, and adds in their own name.
  foreach t in array array['coaching_waits', 'coaching_logs', 'coaching_confirmations', 'coaching_spends', 'coaching_ends'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_meeting(meeting))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.sees_meeting(meeting)
      and ((select scope.house()) or "by" = (select scope.person())))', t || '_add', t);
  end loop;
  execute 'create policy coaching_reservations_read on coaching_reservations for select to lampline_app using (scope.sees_meeting(meeting))';
  execute 'create policy coaching_reservations_add on coaching_reservations for insert to lampline_app with check (scope.sees_meeting(meeting))';
  -- What a coordinator decides, unless they coach this client.
  foreach t in array array['coaching_decisions', 'coaching_amendments', 'coaching_calls'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_meeting(meeting))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.judges_meeting(meeting)
      and "by" = (select scope.person()))', t || '_add', t);
  end loop;
end $$;
create policy coaching_longer_read on coaching_longer for select to lampline_app using (scope.sees_meeting(meeting));
create policy coaching_longer_add on coaching_longer for insert to lampline_app with check ("by" = (select scope.person())
  and (scope.judges_meeting(meeting) or scope.owns_meeting(meeting))
  and exists (select 1 from coaching_meetings m where m.id = meeting and m.starts_at > coaching_longer.at));
create policy coaching_told_read on coaching_told for select to lampline_app using (
  scope.judges_meeting(meeting) or ("by" = (select scope.person()) and scope.owns_meeting(meeting)));
create policy coaching_told_add on coaching_told for insert to lampline_app with check ("by" is not distinct from (select scope.person())
  and (scope.judges_meeting(meeting) or scope.owns_meeting(meeting))
  and exists (select 1 from coaching_confirmations c where c.id = confirmation and c.meeting = coaching_told.meeting
    and c."by" is not distinct from coaching_told."by"));
create policy coaching_outages_read on coaching_outages for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
create policy coaching_outages_add on coaching_outages for insert to lampline_app with check (
  programme = any ((select scope.programmes())::uuid[]) and "by" = (select scope.person()));
create policy coaching_links_house on coaching_links to lampline_app using ((select scope.house())) with check ((select scope.house()));

-- A client pays beyond their part with their own consent alone, and no more than they agreed to.
create policy coaching_top_ups_read on coaching_top_ups for select to lampline_app using (scope.sees_meeting(meeting));
create policy coaching_top_ups_add on coaching_top_ups for insert to lampline_app with check ("by" = (select scope.person())
  and exists (select 1 from coaching_meetings m where m.id = meeting and scope.owns_business(m.business)));
create function top_up_needs_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select coalesce(sum(l.amount), 0) from legs l join accounts a on a.id = l.account and a.kind = 'reserved' and a.band is null
        join funders f on f.id = a.funder and f.kind = 'client' where l.entry = new.id)
    > coalesce((select amount from coaching_top_ups where 'coaching:' || meeting = new.cause), 0) then
    raise exception 'the client agrees to pay more' using errcode = 'check_violation', constraint = 'entries_top_up';
  end if;
  return null;
end $$;
create constraint trigger entries_top_up after insert on entries deferrable initially deferred
  for each row when (new.kind = 'reserve') execute function top_up_needs_consent();

-- A log is the coach's; nobody else says what was held.
create function guard_coaching_log() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not scope.house() and not exists (select 1 from coaching_meetings where id = new.meeting and coach = scope.person()) then
    raise exception 'the coach logs' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger coaching_logs_guard before insert on coaching_logs for each row execute function guard_coaching_log();

-- A coach never confirms for their own client, whatever else they are; each way of confirming has its own who.
create function guard_coaching_confirmation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_meeting coaching_meetings%rowtype;
begin
  select * into strict of_meeting from coaching_meetings where id = new.meeting;
  if new.how <> 'code' and (new."by" = of_meeting.coach or scope.person() = of_meeting.coach) then
    raise exception 'a coach never confirms for their own client' using errcode = 'insufficient_privilege';
  end if;
  if scope.house() then return new; end if;
  if not (case new.how
    when 'page' then scope.owns_business(of_meeting.business)
    when 'code' then exists (select 1 from code_uses u where u.meeting = new.meeting)
    when 'link' then new."by" is null
    else scope.judges_meeting(new.meeting) end) then
    raise exception 'not theirs to confirm' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger coaching_confirmations_guard before insert on coaching_confirmations for each row execute function guard_coaching_confirmation();

-- Nothing is spent on a coach's word alone: the client confirmed the latest log at this length, or a coordinator decided.
create function guard_coaching_spend() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from coaching_confirmations where meeting = new.meeting) then
    raise exception 'silence never confirms' using errcode = 'check_violation', constraint = 'coaching_spends_confirmed';
  end if;
  return new;
end $$;
create trigger coaching_spends_guard before insert on coaching_spends for each row execute function guard_coaching_spend();

-- What a link shows and does: the secret's hash finds the one meeting, and nothing else is there for who is not signed in.
create function scope.coaching_by_link(which bytea)
returns table (meeting uuid, version int, business text, coach text, day date, minutes int, said text, said_minutes int, closed boolean, over boolean, own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, l.version, q.name, p.full_name, l.day, l.minutes,
    c.says, c.minutes,
    exists (select 1 from coaching_spends s where s.meeting = m.id) or exists (select 1 from coaching_ends e where e.meeting = m.id)
      or exists (select 1 from coaching_decisions d where d.meeting = m.id),
    k.until < now(), m.coach is not distinct from scope.person()
  from coaching_links k join coaching_meetings m on m.id = k.meeting
    join lateral (select * from coaching_logs g where g.meeting = m.id order by g.version desc limit 1) l on true
    left join lateral (select * from coaching_confirmations x where x.meeting = m.id and x.version = l.version
      order by x.at desc, x.id desc limit 1) c on true
    join lateral (select * from business_particulars b where b.business = m.business order by b.version desc limit 1) q on true
    join people p on p.id = m.coach
  where k.hash = which and scope.door() <> ''
$$;
-- Answers the meeting; nothing where the secret is unknown or over. The same answer twice is one.
create function scope.confirm_by_link(new_id uuid, which bytea, saying text, length int, usefulness int, for_money boolean, at_instant timestamptz)
returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_link coaching_links%rowtype;
  latest int;
begin
  select * into of_link from coaching_links where hash = which and until >= at_instant;
  if not found or scope.door() = '' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(of_link.meeting::text, 29));
  select max(version) into strict latest from coaching_logs where meeting = of_link.meeting;
  if exists (select 1 from coaching_spends where meeting = of_link.meeting)
    or exists (select 1 from coaching_confirmations c where c.meeting = of_link.meeting and c.version = latest and c.says = saying
      and c.minutes is not distinct from length) then return of_link.meeting; end if;
  insert into coaching_confirmations (id, meeting, version, says, minutes, how, at, "by")
    values (new_id, of_link.meeting, latest, saying, length, 'link', at_instant, null) on conflict (id) do nothing;
  if found and (usefulness is not null or for_money is not null) then
    insert into coaching_told (confirmation, meeting, useful, asked_for_money, at, "by")
      values (new_id, of_link.meeting, usefulness, for_money, at_instant, null);
  end if;
  return of_link.meeting;
end $$;

-- One deed at a time for a meeting: who confirms, cancels or amends comes one after another.
create function scope.hold_coaching(which uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not scope.sees_meeting(which) then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(which::text, 29));
  return true;
end $$;

-- Strips: made, read and ended by coordinators who do not coach the business. The coach's own request sees neither codes nor marks.
create policy code_strips_read on code_strips for select to lampline_app using (
  (select scope.house()) or (scope.keeps_business(business) and not scope.coaches_business(business)));
create policy code_strips_add on code_strips for insert to lampline_app with check (
  "by" = (select scope.person()) and scope.keeps_business(business) and not scope.coaches_business(business));
create policy code_strip_ends_read on code_strip_ends for select to lampline_app using (
  exists (select 1 from code_strips s where s.id = strip));
create policy code_strip_ends_add on code_strip_ends for insert to lampline_app with check (
  "by" = (select scope.person()) and exists (select 1 from code_strips s where s.id = strip));
create policy strip_codes_read on strip_codes for select to lampline_app using (
  exists (select 1 from code_strips s where s.id = strip));
create policy strip_codes_add on strip_codes for insert to lampline_app with check (
  exists (select 1 from code_strips s where s.id = strip and s.organisation = strip_codes.organisation));
create policy code_uses_read on code_uses for select to lampline_app using (
  exists (select 1 from code_strips s where s.id = strip));
create policy code_tries_read on code_tries for select to lampline_app using (scope.sees_meeting(meeting));
revoke insert on code_uses, code_tries from lampline_app;

-- The organisation's key makes and compares marks: for who makes strips, and for a coach while a business of theirs has one.
create policy content_keys_strips_read on content_keys for select to lampline_app using (
  kind = 'organisation' and (
    exists (select 1 from programmes p where p.organisation = owner and p.id = any ((select scope.programmes())::uuid[]))
    or exists (select 1 from coaching_meetings m where m.organisation = owner and m.coach = (select scope.person()))));
create policy content_keys_strips_add on content_keys for insert to lampline_app with check (
  kind = 'organisation' and exists (select 1 from programmes p where p.organisation = owner and p.id = any ((select scope.programmes())::uuid[])));

/* Uses a code for a meeting, by its mark. Answers `confirmed`, `used`, `foreign`, `mistyped`, `locked` or `no-strip`; a wrong one is kept,
   and the fifth of a day locks the strip for that day. The house and the coach of the meeting ask. */
create function scope.use_code(new_id uuid, which uuid, typed text, at_instant timestamptz, out outcome text, out wrong bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_meeting coaching_meetings%rowtype;
  live uuid;
  hit strip_codes%rowtype;
begin
  select * into of_meeting from coaching_meetings where id = which and (scope.house() or coach = scope.person());
  if not found then raise exception 'not your meeting' using errcode = 'insufficient_privilege'; end if;
  select s.id into live from code_strips s where s.business = of_meeting.business
    and not exists (select 1 from code_strip_ends e where e.strip = s.id) order by s.at desc, s.id desc limit 1;
  if live is null then outcome := 'no-strip'; wrong := 0; return; end if;
  -- The strip is held, so that tries at once are counted one after another.
  perform 1 from code_strips where id = live for update;
  -- The same form sent again, by whom no answer reached, is no further try.
  select t.outcome, 0 into outcome, wrong from code_tries t where t.id = new_id and t.meeting = which;
  if found then return; end if;
  select count(*) into wrong from code_tries t where t.strip = live and t.at > at_instant - interval '24 hours';
  if wrong >= 5 then outcome := 'locked'; return; end if;
  select c.* into hit from strip_codes c where c.organisation = of_meeting.organisation and c.mark = typed;
  outcome := case
    when hit.strip is null then 'mistyped'
    when hit.strip <> live then 'foreign'
    when exists (select 1 from code_uses u where u.strip = live and u.nth = hit.nth) then 'used'
    else 'confirmed' end;
  if outcome = 'confirmed' then
    insert into code_uses (strip, nth, meeting, at, "by") values (live, hit.nth, which, at_instant, scope.person());
  else
    insert into code_tries (id, strip, meeting, outcome, at, "by") values (new_id, live, which, outcome, at_instant, scope.person());
    wrong := wrong + 1;
  end if;
end $$;
-- Whether a business has a strip, and how many codes are left on it: for who sees the business.
create function scope.codes_left(which uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select 24 - (select count(*) from code_uses u where u.strip = s.id) from code_strips s
  where s.business = which and scope.sees_business(which)
    and not exists (select 1 from code_strip_ends e where e.strip = s.id) order by s.at desc, s.id desc limit 1
$$;
