-- Businesses that are coached: who owns them, what they do, how they fare, and what stands in their way.

create table businesses (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid not null references programmes,
  code text not null check (length(code) between 1 and 40),
  at timestamptz not null,
  by uuid,
  unique (programme, code)
);
create index businesses_organisation on businesses (organisation);

-- What is known of a business, by version; the latest counts. The place is a district, never an address.
create table business_particulars (
  id uuid primary key,
  business uuid not null references businesses,
  version int not null check (version >= 1),
  name text not null check (length(name) between 1 and 200),
  section text not null check (section ~ '^[A-U]$'),
  sector text not null check (length(sector) <= 200),
  place text not null check (length(place) <= 200),
  -- Null while it has not started.
  started_on date,
  licence text check (length(licence) <= 100),
  phone text check (length(phone) <= 40),
  workers int not null check (workers between 0 and 100000),
  -- Told by who applied: other public money for the same hours; kin of a coach, or their debtor or creditor.
  other_support boolean not null,
  tied boolean not null,
  -- Words in which it is found again: folded, of the name, the sector and the place. The keys beside it are what likenesses compare.
  search text not null check (length(search) <= 1000),
  name_key text not null check (length(name_key) <= 1000),
  place_key text not null check (length(place_key) <= 1000),
  licence_key text check (length(licence_key) between 1 and 1000),
  phone_key text check (phone_key ~ '^[0-9]{1,9}$'),
  at timestamptz not null,
  by uuid,
  unique (business, version)
);

create table business_owners (
  id uuid primary key,
  business uuid not null references businesses,
  version int not null,
  position smallint not null check (position between 1 and 4),
  person uuid references people,
  name text not null check (length(name) between 1 and 200),
  name_key text not null check (length(name_key) <= 1000),
  -- Said by the owner: eighteen or older. No birth year stands here.
  adult boolean not null,
  unique (business, version, position)
);
create index business_owners_person on business_owners (person);

create table business_trainings (
  business uuid not null references businesses,
  version int not null,
  package text not null check (package in ('GYB', 'SYB', 'IYB', 'EYB')),
  year smallint check (year between 1990 and 2200),
  primary key (business, version, package)
);

-- Of which sex the coach should be, and whether a companion comes along: sealed, for owner, coach and coordinators; the latest row counts.
create table coach_wishes (
  id uuid primary key,
  business uuid not null references businesses,
  sealed sealed not null,
  at timestamptz not null,
  by uuid
);
create index coach_wishes_business on coach_wishes (business, at desc);

-- A person decides; the latest row counts.
create table business_decisions (
  id uuid primary key,
  business uuid not null references businesses,
  decision text not null check (decision in ('eligible', 'not-eligible', 'held')),
  reason text not null check (length(reason) <= 500),
  at timestamptz not null,
  by uuid
);
create index business_decisions_business on business_decisions (business, at desc);

-- Two businesses that look alike: a person says whether they are the same. The smaller id stands first.
create table business_likenesses (
  id uuid primary key,
  business uuid not null references businesses,
  other uuid not null references businesses,
  same boolean not null,
  at timestamptz not null,
  by uuid,
  check (business < other)
);
create index business_likenesses_pair on business_likenesses (business, other, at desc);

-- A month's figures. Money is whole minor units of the currency, which is the bank's of the programme once it has one.
create table business_figures (
  id uuid primary key,
  business uuid not null references businesses,
  month date not null check (extract(day from month) = 1),
  currency text check (currency ~ '^[A-Z]{3}$'),
  sales bigint check (sales >= 0),
  costs bigint check (costs >= 0),
  profit bigint,
  customers int check (customers between 0 and 10000000),
  workers int check (workers between 0 and 100000),
  women int check (women between 0 and workers),
  practice smallint check (practice between 0 and 26),
  cash_book boolean not null,
  -- What stood most in the way that month.
  obstacle text check (obstacle ~ '^[a-z]+(-[a-z]+)*$' and length(obstacle) <= 40),
  known text not null check (known in ('record', 'estimate', 'refused')),
  at timestamptz not null,
  by uuid,
  check (currency is not null or coalesce(sales, costs, profit) is null)
);
create index business_figures_business on business_figures (business, month desc, at desc);

create table obstacles (
  id uuid primary key,
  business uuid not null references businesses,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 40),
  -- One line on it, for owner, coach and coordinators; null where nothing was written, or who it was of is erased.
  sealed sealed,
  at timestamptz not null,
  by uuid
);
create index obstacles_business on obstacles (business, at desc);
create table obstacle_states (
  id uuid primary key,
  obstacle uuid not null references obstacles,
  state text not null check (state in ('raised', 'worked-on', 'overcome', 'given-up')),
  at timestamptz not null,
  by uuid
);
create index obstacle_states_obstacle on obstacle_states (obstacle, at desc);

do $$ declare t text; begin
  foreach t in array array['businesses', 'business_particulars', 'business_owners', 'business_trainings', 'coach_wishes', 'business_decisions',
                           'business_likenesses', 'business_figures', 'obstacles', 'obstacle_states'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['businesses', 'business_trainings', 'business_decisions', 'business_likenesses', 'business_figures',
                           'obstacle_states'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
  end loop;
end $$;

-- These only add too, but for what goes when an owner is erased: names, telephones, lines and wishes may be emptied, and never come back.
create function guard_forgotten_owner() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.name = '—' and new.name_key = ''
    and (new.id, new.business, new.version, new.position, new.person, new.adult)
      is not distinct from (old.id, old.business, old.version, old.position, old.person, old.adult) then return new; end if;
  raise exception '% only ever adds', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger business_owners_only_add before update or delete on business_owners
  for each row execute function guard_forgotten_owner();
create function guard_forgotten_columns() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) = to_jsonb(old) || tg_argv[0]::jsonb then return new; end if;
  raise exception '% only ever adds', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger business_particulars_only_add before update or delete on business_particulars
  for each row execute function guard_forgotten_columns('{"phone":null,"phone_key":null}');
create trigger obstacles_only_add before update or delete on obstacles
  for each row execute function guard_forgotten_columns('{"sealed":null}');
create trigger coach_wishes_only_add before update on coach_wishes for each row execute function scope.refuse_change();

create function scope.keeps_business(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.house() or exists (select 1 from businesses where id = which and programme = any (scope.programmes()))
$$;
-- An owner by the latest particulars, and the coach of one in a partnership that goes on.
create function scope.is_of_business(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.person() is not null and exists (
    select 1 from business_owners o where o.business = which and o.person is not null
      and o.version = (select max(version) from business_particulars where business = which)
      and (o.person = scope.person() or exists (
        select 1 from partnerships p join businesses b on b.id = which and b.programme = p.programme
        where p.mentee = o.person and p.mentor = scope.person() and scope.under_way(p.id))))
$$;
create function scope.sees_business(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.keeps_business(which) or scope.is_of_business(which)
$$;

-- Programmes with a bank that the asker is in as a mentee: there they may apply with a business of their own.
create function scope.applies_in() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(e.programme), '{}') from enrolments e
  where e.person = scope.person() and e.side = 'mentee' and e.withdrawn_at is null
    and exists (select 1 from banks k where k.programme = e.programme)
$$;
-- Applied with by the asker, and nobody has decided yet.
create function scope.applied_with(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from businesses b where b.id = which and b.by = scope.person() and b.programme = any (scope.applies_in())
    and not exists (select 1 from business_decisions d where d.business = b.id))
$$;
-- The next free code of a programme; whoever asks at once waits, and gets the one after.
create function scope.next_business_code(which uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  nth int;
begin
  if not (scope.house() or which = any (scope.programmes()) or which = any (scope.applies_in())) then
    raise exception 'not your programme' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(which::text, 28));
  select coalesce(max(substr(code, 2)::int), 0) + 1 into nth from businesses where programme = which and code ~ '^B[0-9]{1,6}$';
  return 'B' || lpad(nth::text, greatest(2, length(nth::text)), '0');
end $$;
-- In what a business is measured: its owner and coach may not see the bank itself.
create function scope.business_currency(which uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select k.currency from businesses b join banks k on k.programme = b.programme where b.id = which and scope.sees_business(which)
$$;
-- Organisations of businesses that the asker keeps, owns, or coaches an owner of: with their key lines and wishes are sealed.
create function scope.business_organisations() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct organisation), '{}') from (
    select p.organisation from programmes p where p.id = any (scope.programmes())
    union all
    select b.organisation from business_owners o join businesses b on b.id = o.business
      where o.person = scope.person() and scope.is_of_business(b.id)
    union all
    select b.organisation from partnerships p join business_owners o on o.person = p.mentee
      join businesses b on b.id = o.business and b.programme = p.programme
      where p.mentor = scope.person() and scope.is_of_business(b.id)) mine
$$;
-- Erasing a person leaves of their businesses what is the firm's; the house asks.
create function scope.forget_owner(whose uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  theirs uuid[];
begin
  if not scope.house() then raise exception 'only the house erases' using errcode = 'insufficient_privilege'; end if;
  select coalesce(array_agg(distinct business), '{}') into theirs from business_owners where person = whose;
  update business_owners set name = '—', name_key = '' where person = whose;
  update business_particulars set phone = null, phone_key = null where business = any (theirs) and phone is not null;
  update obstacles set sealed = null where (business = any (theirs) or by = whose) and sealed is not null;
  delete from coach_wishes where business = any (theirs);
end $$;

create policy content_keys_businesses_read on content_keys for select to lampline_app using (
  kind = 'organisation' and owner = any ((select scope.business_organisations())::uuid[]));
create policy content_keys_businesses_add on content_keys for insert to lampline_app with check (
  kind = 'organisation' and owner = any ((select scope.business_organisations())::uuid[]));

create policy businesses_read on businesses for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or scope.is_of_business(id));
create policy businesses_add on businesses for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[])
  or (by = (select scope.person()) and programme = any ((select scope.applies_in())::uuid[])
    and organisation = (select p.organisation from programmes p where p.id = programme)));
do $$ declare t text; begin
  foreach t in array array['business_particulars', 'business_owners', 'business_trainings'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_business(business))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.keeps_business(business))', t || '_add', t);
  end loop;
  foreach t in array array['business_particulars', 'business_trainings'] loop
    execute format('create policy %I on %I for insert to lampline_app with check (version = 1 and scope.applied_with(business))',
      t || '_apply', t);
  end loop;
  foreach t in array array['business_figures', 'obstacles', 'coach_wishes'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_business(business))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.sees_business(business)
      and ((select scope.house()) or by = (select scope.person())))', t || '_add', t);
  end loop;
  foreach t in array array['business_decisions', 'business_likenesses'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.keeps_business(business))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.keeps_business(business))', t || '_add', t);
  end loop;
end $$;
create policy business_owners_apply on business_owners for insert to lampline_app with check (
  version = 1 and scope.applied_with(business) and (person is null or person = (select scope.person())));
create policy obstacle_states_read on obstacle_states for select to lampline_app using (exists (select 1 from obstacles o where o.id = obstacle));
create policy obstacle_states_add on obstacle_states for insert to lampline_app with check (
  exists (select 1 from obstacles o where o.id = obstacle and scope.sees_business(o.business))
  and ((select scope.house()) or by = (select scope.person())));
