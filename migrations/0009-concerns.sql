-- Safeguarding officers: of a whole organisation, or of one programme. Nobody is one by running either.
alter table roles drop constraint roles_role_check;
alter table roles add constraint roles_role_check check (role in ('administrator', 'coordinator', 'safeguarding'));

create or replace function scope.programmes_of(whom uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.sign_in() then array(
    select distinct g.id from roles r join programmes g on g.id = r.programme or (r.programme is null and g.organisation = r.organisation)
    where r.person = whom and r.role <> 'safeguarding' and not exists (select 1 from role_ends e where e.role = r.id)) else '{}' end
$$;

-- Whether the asker administers the organisation, looked up now and not when the request came in.
create function scope.administers(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.proven() and exists (select 1 from roles r where r.person = scope.person() and r.role = 'administrator'
    and r.programme is null and r.organisation = which and not exists (select 1 from role_ends e where e.role = r.id))
$$;
create policy roles_add_officer on roles as restrictive for insert to lampline_app with check (
  role <> 'safeguarding' or (select scope.house()) or scope.administers(organisation));

-- What a clock needs to know of a concern, and no more: the house reads this.
create table concerns (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid references programmes,
  severity text not null check (severity in ('immediate', 'serious', 'concern')),
  raised_at timestamptz not null,
  due_at timestamptz not null check (due_at > raised_at)
);
create index concerns_organisation on concerns (organisation, due_at);
create index concerns_programme on concerns (programme);
create index concerns_raised on concerns (raised_at);

-- What was told, by whom if they said so, and the hash of the secret that opens it to who told it. All that was written of a concern is
-- sealed with its own key.
create table concern_tellings (
  concern uuid primary key references concerns deferrable initially deferred,
  -- What, about whom, and how to be reached.
  sealed sealed not null,
  raiser uuid references people,
  reference_hash bytea not null unique check (length(reference_hash) = 32)
);
create index concern_tellings_raiser on concern_tellings (raiser);
-- Officers whom the concern is about: it is not there for them.
create table concern_asides (
  concern uuid not null references concerns deferrable initially deferred,
  person uuid not null references people,
  primary key (concern, person)
);
create index concern_asides_person on concern_asides (person);
create table concern_pairs (
  concern uuid not null references concerns deferrable initially deferred,
  partnership uuid not null references partnerships,
  at timestamptz not null,
  by uuid,
  primary key (concern, partnership)
);
-- What one of a pair chose to show the officers, copied: the other is told nowhere. Kinds, authors and dates are sealed with the texts.
create table concern_disclosures (
  id uuid primary key,
  concern uuid not null references concerns deferrable initially deferred,
  partnership uuid not null references partnerships,
  items int not null check (items between 1 and 40),
  sealed sealed not null,
  at timestamptz not null,
  by uuid not null,
  other uuid not null
);
create index concern_disclosures_concern on concern_disclosures (concern, at);
create index concern_disclosures_by on concern_disclosures (by);
create table concern_disclosed_items (
  disclosure uuid not null references concern_disclosures deferrable initially deferred,
  nth int not null check (nth between 1 and 40),
  sealed sealed not null,
  primary key (disclosure, nth)
);
create table concern_acknowledgements (
  concern uuid primary key references concerns,
  at timestamptz not null,
  by uuid not null
);
create table concern_messages (
  id uuid primary key,
  concern uuid not null references concerns,
  side text not null check (side in ('raiser', 'officer')),
  sealed sealed not null,
  at timestamptz not null,
  -- Null where it is from who raised the concern, even where that is known.
  by uuid check ((side = 'raiser') = (by is null))
);
create index concern_messages_concern on concern_messages (concern, at);
create table concern_notes (
  id uuid primary key,
  concern uuid not null references concerns,
  sealed sealed not null,
  at timestamptz not null,
  by uuid not null
);
create index concern_notes_concern on concern_notes (concern, at);
-- The id is that of the hold on the partnership itself, which the house places: there it has neither reason nor name.
create table concern_holds (
  id uuid primary key,
  concern uuid not null,
  partnership uuid not null,
  at timestamptz not null,
  by uuid not null,
  foreign key (concern, partnership) references concern_pairs
);
create index concern_holds_concern on concern_holds (concern, at);
create index concern_holds_partnership on concern_holds (partnership);
create table concern_lifts (
  hold uuid primary key references concern_holds,
  at timestamptz not null,
  by uuid not null
);
create table concern_lift_confirmations (
  hold uuid primary key references concern_lifts,
  at timestamptz not null,
  by uuid not null
);
create table concern_ends (
  concern uuid primary key references concerns,
  outcome text not null check (outcome in ('resolved', 'referred', 'unfounded', 'not-ours')),
  -- What the one who raised it reads, if anything.
  sealed sealed not null,
  at timestamptz not null,
  by uuid not null
);
-- That the officers were reminded at half of the time, or when it was over: once each.
create table concern_reminders (
  concern uuid not null references concerns,
  which text not null check (which in ('half', 'overdue')),
  at timestamptz not null,
  primary key (concern, which)
);
-- Whom to call before anybody reads: the newest text of an organisation is shown to everybody.
create table helplines (
  id uuid primary key,
  organisation uuid not null references organisations,
  text text not null check (length(text) <= 2000),
  at timestamptz not null,
  by uuid not null
);
create index helplines_organisation on helplines (organisation, at desc);

-- Four eyes: who asked to lift a hold does not confirm it. Unquoted, "by" is a keyword of PL/pgSQL and no field of a row.
create function guard_lift_confirmation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from concern_lifts where hold = new.hold and by = new."by") then
    raise exception 'the second must be another officer' using errcode = 'check_violation', constraint = 'concern_lift_four_eyes';
  end if;
  return new;
end $$;
create trigger concern_lift_four_eyes before insert on concern_lift_confirmations for each row execute function guard_lift_confirmation();

do $$ declare t text; begin
  foreach t in array array['concerns', 'concern_tellings', 'concern_asides', 'concern_pairs', 'concern_disclosures',
    'concern_disclosed_items', 'concern_acknowledgements', 'concern_messages',
    'concern_notes', 'concern_holds', 'concern_lifts', 'concern_lift_confirmations', 'concern_ends', 'concern_reminders', 'helplines'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('create trigger %I before truncate on %I execute function scope.refuse_change()', t || '_never_empties', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

-- Concerns that the asker answers as an officer: of the organisation or of the concern's programme, today, and not about themselves.
create function scope.officer_concerns() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.door() = 'person' and scope.proven() then array(
    select distinct c.id from roles r join concerns c on c.organisation = r.organisation and (r.programme is null or r.programme = c.programme)
    where r.person = scope.person() and r.role = 'safeguarding' and not exists (select 1 from role_ends e where e.role = r.id)
      and not exists (select 1 from concern_asides a where a.concern = c.id and a.person = r.person)
      and not exists (select 1 from concern_pairs k join partnerships p on p.id = k.partnership
        where k.concern = c.id and r.person in (p.mentor, p.mentee))) else '{}' end
$$;
create function scope.officer_organisations() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.door() = 'person' and scope.proven() then array(select r.organisation from roles r where r.person = scope.person()
    and r.role = 'safeguarding' and not exists (select 1 from role_ends e where e.role = r.id)) else '{}' end
$$;

-- Concerns that the asker raised: by name, or by the secret that the transaction holds (see `scope.hold_reference`).
create function scope.own_concerns() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.door() in ('person', 'sign-in') then array(
    select t.concern from concern_tellings t where t.raiser = scope.person()
    union
    select t.concern from concern_tellings t
    where t.reference_hash = sha256(convert_to(nullif(current_setting('lampline.reference', true), ''), 'UTF8'))) else '{}' end
$$;
-- Opens the concern of that secret to this transaction, as the key does; the same work whether it fits or not.
create function scope.hold_reference(secret text) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.door();
  perform set_config('lampline.reference', secret, true);
  return (select t.concern from concern_tellings t where t.reference_hash = sha256(convert_to(secret, 'UTF8')));
end $$;

create function scope.concern_known(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and exists (select 1 from concerns where id = which)
$$;
create function scope.disclosure_known(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and exists (select 1 from concern_disclosures where id = which)
$$;
-- How many concerns came to the house since; a count, for the limit.
create function scope.concerns_since(since timestamptz) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.door() <> '' then (select count(*)::int from concerns where raised_at > since) end
$$;

-- The officers in force, for everybody: one must know who reads a concern before one writes it.
create function scope.officers_of(which uuid) returns table (person uuid, name text, programme uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, coalesce(p.called_name, p.full_name), r.programme from roles r join people p on p.id = r.person
  where scope.door() <> '' and r.organisation = which and r.role = 'safeguarding'
    and not exists (select 1 from role_ends e where e.role = r.id) order by r.given_at, r.id limit 100
$$;
-- Whom to write to about a concern: the house alone asks.
create function scope.officers_for(which uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.house() then array(
    select distinct r.person from concerns c join roles r on c.organisation = r.organisation and (r.programme is null or r.programme = c.programme)
    where c.id = which and r.role = 'safeguarding' and not exists (select 1 from role_ends e where e.role = r.id)
      and not exists (select 1 from concern_asides a where a.concern = c.id and a.person = r.person)
      and not exists (select 1 from concern_pairs k join partnerships p on p.id = k.partnership
        where k.concern = c.id and r.person in (p.mentor, p.mentee))) else '{}' end
$$;

-- The names that a concern's page needs, for its officers: no wall of people or partnerships is opened for it.
create function scope.concern_people(which uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.full_name from people p where which = any (scope.officer_concerns()) and p.id in (
    select raiser from concern_tellings where concern = which
    union select person from concern_asides where concern = which
    union select unnest(array[d.by, d.other]) from concern_disclosures d where d.concern = which
    union select by from concern_acknowledgements where concern = which
    union select by from concern_messages where concern = which
    union select by from concern_notes where concern = which
    union select h.by from concern_holds h where h.concern = which
    union select l.by from concern_lifts l join concern_holds h on h.id = l.hold where h.concern = which
    union select l.by from concern_lift_confirmations l join concern_holds h on h.id = l.hold where h.concern = which
    union select by from concern_ends where concern = which)
$$;
create function scope.concern_partnerships(which uuid)
returns table (partnership uuid, mentor text, mentee text, programme text, under_way boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, mentors.full_name, mentees.full_name, g.name,
    scope.both_accepted(p.id) and not exists (select 1 from partnership_ends e where e.partnership = p.id)
  from concern_pairs k join partnerships p on p.id = k.partnership join programmes g on g.id = p.programme
    join people mentors on mentors.id = p.mentor join people mentees on mentees.id = p.mentee
  where k.concern = which and which = any (scope.officer_concerns()) order by k.at, p.id
$$;
-- The partnership of two people, by their codes, that an officer may lay a hold on: theirs to guard, and they are neither of the two.
create function scope.pair_by_codes(which uuid, one text, other text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from concerns c
    join people a on a.organisation = c.organisation and lower(a.code) = one
    join people b on b.organisation = c.organisation and lower(b.code) = other
    join partnerships p on (p.mentor = a.id and p.mentee = b.id) or (p.mentor = b.id and p.mentee = a.id)
  where c.id = which and which = any (scope.officer_concerns()) and scope.person() not in (a.id, b.id)
    and exists (select 1 from roles r where r.person = scope.person() and r.role = 'safeguarding' and r.organisation = c.organisation
      and (r.programme is null or r.programme = p.programme) and not exists (select 1 from role_ends e where e.role = r.id))
    and scope.both_accepted(p.id) and not exists (select 1 from partnership_ends e where e.partnership = p.id)
  order by p.proposed_at desc limit 1
$$;

-- Concerns of a quarter and how many were read in time, for administrators; a quarter of fewer than five says nothing at all.
create function scope.concern_quarters(which uuid, since timestamptz, before timestamptz)
returns table (quarter date, raised int, in_time int)
language sql stable security definer set search_path = public, pg_temp as $$
  select date_trunc('quarter', c.raised_at at time zone 'UTC')::date,
    case when count(*) >= 5 then count(*)::int end,
    case when count(*) >= 5 then count(a.concern) filter (where a.at <= c.due_at)::int end
  from concerns c left join concern_acknowledgements a on a.concern = c.id
  where scope.administers(which) and c.organisation = which and c.raised_at >= since and c.raised_at < before
  group by 1 order by 1 desc
$$;

create policy concerns_read on concerns for select to lampline_app using (
  (select scope.house()) or id = any ((select scope.officer_concerns())::uuid[]) or id = any ((select scope.own_concerns())::uuid[]));
create policy concerns_add on concerns for insert to lampline_app with check (scope.door() in ('person', 'sign-in'));

-- What belongs to the telling comes before the concern itself does: once it is there, nobody adds to what was told.
create policy concern_tellings_read on concern_tellings for select to lampline_app using (
  concern = any ((select scope.officer_concerns())::uuid[]) or concern = any ((select scope.own_concerns())::uuid[]));
create policy concern_tellings_add on concern_tellings for insert to lampline_app with check (
  not scope.concern_known(concern) and (raiser is null or raiser = (select scope.person())));
create policy concern_asides_read on concern_asides for select to lampline_app using (
  concern = any ((select scope.officer_concerns())::uuid[]));
create policy concern_asides_add on concern_asides for insert to lampline_app with check (not scope.concern_known(concern));
create policy concern_pairs_read on concern_pairs for select to lampline_app using (
  concern = any ((select scope.officer_concerns())::uuid[]));
create policy concern_pairs_add on concern_pairs for insert to lampline_app with check (
  (by is null and not scope.concern_known(concern) and exists (
    select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)))
  or (by = (select scope.person()) and concern = any ((select scope.officer_concerns())::uuid[]))
  -- Who raised it shows something of their own pair: then it is about that pair, too.
  or (by = (select scope.person()) and exists (
    select 1 from concern_tellings t join partnerships p on p.id = partnership
    where t.concern = concern_pairs.concern and t.raiser = by and by in (p.mentor, p.mentee))));

-- A disclosure is whole when it is there: its items come before it, and none after.
create policy concern_disclosures_read on concern_disclosures for select to lampline_app using (
  by = (select scope.person()) or concern = any ((select scope.officer_concerns())::uuid[]));
create policy concern_disclosures_add on concern_disclosures for insert to lampline_app with check (
  by = (select scope.person()) and exists (
    select 1 from concern_tellings t join partnerships p on p.id = partnership
    where t.concern = concern_disclosures.concern and t.raiser = by and (by, other) in ((p.mentor, p.mentee), (p.mentee, p.mentor))));
create policy concern_disclosed_items_read on concern_disclosed_items for select to lampline_app using (
  exists (select 1 from concern_disclosures d where d.id = disclosure));
create policy concern_disclosed_items_add on concern_disclosed_items for insert to lampline_app with check (
  scope.door() = 'person' and not scope.disclosure_known(disclosure));

create policy concern_acknowledgements_read on concern_acknowledgements for select to lampline_app using (
  exists (select 1 from concerns c where c.id = concern));
create policy concern_messages_read on concern_messages for select to lampline_app using (
  concern = any ((select scope.officer_concerns())::uuid[]) or concern = any ((select scope.own_concerns())::uuid[]));
create policy concern_messages_add on concern_messages for insert to lampline_app with check (
  (side = 'officer' and by = (select scope.person()) and concern = any ((select scope.officer_concerns())::uuid[]))
  or (side = 'raiser' and concern = any ((select scope.own_concerns())::uuid[])));
create policy concern_ends_read on concern_ends for select to lampline_app using (
  concern = any ((select scope.officer_concerns())::uuid[]) or concern = any ((select scope.own_concerns())::uuid[]));
do $$ declare t text; begin
  foreach t in array array['concern_notes', 'concern_holds'] loop
    execute format('create policy %I on %I for select to lampline_app using (concern = any ((select scope.officer_concerns())::uuid[]))', t || '_read', t);
  end loop;
  foreach t in array array['concern_notes', 'concern_holds', 'concern_acknowledgements', 'concern_ends'] loop
    execute format('create policy %I on %I for insert to lampline_app with check (
      by = (select scope.person()) and concern = any ((select scope.officer_concerns())::uuid[]))', t || '_add', t);
  end loop;
  foreach t in array array['concern_lifts', 'concern_lift_confirmations'] loop
    execute format('create policy %I on %I for select to lampline_app using (exists (select 1 from concern_holds h where h.id = hold))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (
      by = (select scope.person()) and exists (select 1 from concern_holds h where h.id = hold))', t || '_add', t);
  end loop;
end $$;
-- The key of a concern is made before the concern is there, and is its officers' and that of who raised it; the house never has it.
create policy content_keys_concern_read on content_keys for select to lampline_app using (
  kind = 'concern' and (owner = any ((select scope.officer_concerns())::uuid[]) or owner = any ((select scope.own_concerns())::uuid[])));
create policy content_keys_concern_add on content_keys for insert to lampline_app with check (
  kind = 'concern' and (select scope.door()) in ('person', 'sign-in') and not scope.concern_known(owner));

create policy concern_reminders_house on concern_reminders to lampline_app
  using ((select scope.house())) with check ((select scope.house()));
-- A coordinator who may read how often somebody was reminded learns nothing of concerns by it.
create policy nudges_not_of_concerns on nudges as restrictive for select to lampline_app using (
  kind not like 'concern.%' or (select scope.house()));
create policy helplines_read on helplines for select to lampline_app using (scope.door() <> '');
create policy helplines_add on helplines for insert to lampline_app with check (
  by = (select scope.person()) and organisation = any ((select scope.officer_organisations())::uuid[]));
