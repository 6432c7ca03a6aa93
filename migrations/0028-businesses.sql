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
  -- Words in which it is found again: folded, of the name, the sector and the place.
  search text not null check (length(search) <= 1000),
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

-- A month's figures, in minor units of the currency of the programme's bank or, before there is one, of the house's usual.
create table business_figures (
  id uuid primary key,
  business uuid not null references businesses,
  month date not null check (extract(day from month) = 1),
  sales bigint check (sales >= 0),
  costs bigint check (costs >= 0),
  profit bigint,
  customers int check (customers between 0 and 10000000),
  workers int check (workers between 0 and 100000),
  women int check (women between 0 and workers),
  practice smallint check (practice between 0 and 26),
  cash_book boolean not null,
  known text not null check (known in ('record', 'estimate', 'refused')),
  at timestamptz not null,
  by uuid
);
create index business_figures_business on business_figures (business, month desc, at desc);

create table obstacles (
  id uuid primary key,
  business uuid not null references businesses,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 40),
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
  foreach t in array array['businesses', 'business_particulars', 'business_owners', 'business_trainings', 'business_decisions',
                           'business_likenesses', 'business_figures', 'obstacles', 'obstacle_states'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

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

create policy businesses_read on businesses for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or scope.is_of_business(id));
create policy businesses_add on businesses for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
do $$ declare t text; begin
  foreach t in array array['business_particulars', 'business_owners', 'business_trainings'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_business(business))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.keeps_business(business))', t || '_add', t);
  end loop;
  foreach t in array array['business_figures', 'obstacles'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_business(business))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.sees_business(business)
      and ((select scope.house()) or by = (select scope.person())))', t || '_add', t);
  end loop;
  foreach t in array array['business_decisions', 'business_likenesses'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.keeps_business(business))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.keeps_business(business))', t || '_add', t);
  end loop;
end $$;
create policy obstacle_states_read on obstacle_states for select to lampline_app using (exists (select 1 from obstacles o where o.id = obstacle));
create policy obstacle_states_add on obstacle_states for insert to lampline_app with check (
  exists (select 1 from obstacles o where o.id = obstacle and scope.sees_business(o.business))
  and ((select scope.house()) or by = (select scope.person())));
