-- A link by which a funder sees what its money bought, without signing in. The secret itself is nowhere.
create table funder_links (
  id uuid primary key,
  funder uuid not null references funders,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  until timestamptz not null,
  at timestamptz not null,
  by uuid not null,
  constraint funder_links_bounded check (until > at and until <= at + interval '9600 hours')
);
create index funder_links_funder on funder_links (funder, at desc);
create table funder_link_ends (
  link uuid primary key references funder_links,
  at timestamptz not null,
  by uuid not null
);

do $$ declare t text; begin
  foreach t in array array['funder_links', 'funder_link_ends'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;
create policy funder_links_read on funder_links for select to lampline_app using (
  exists (select 1 from funders f where f.id = funder and scope.keeps_bank(f.bank)));
create policy funder_links_add on funder_links for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from funders f where f.id = funder and scope.keeps_bank(f.bank)));
create policy funder_link_ends_read on funder_link_ends for select to lampline_app using (exists (select 1 from funder_links l where l.id = link));
create policy funder_link_ends_add on funder_link_ends for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from funder_links l where l.id = link));

-- Whose link it is, while it is good; null for any other secret.
create function scope.funder_of_link(secret bytea, at_instant timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select l.funder from funder_links l
  where l.token_hash = secret and l.until > at_instant and not exists (select 1 from funder_link_ends e where e.link = l.id)
    and scope.door() <> ''
$$;

-- What the funder's first page says: of its own money, and of the bank no more than what it bought a share of.
create function scope.funder_link_sums(secret bytea, at_instant timestamptz)
returns table (funder uuid, bank uuid, name text, bank_name text, currency text, minor_digits smallint, received bigint, reserved bigint, spent bigint,
  free bigint, minutes bigint, meetings bigint, businesses bigint, cost bigint, sequence bigint, hash bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, b.id, f.name, b.name, b.currency, b.minor_digits,
    (select coalesce(-sum(a.balance), 0)::bigint from accounts a where a.funder = f.id and a.kind = 'from'),
    (select coalesce(sum(a.balance), 0)::bigint from accounts a where a.funder = f.id and a.kind = 'reserved'),
    (select coalesce(sum(a.balance), 0)::bigint from accounts a where a.funder = f.id and a.kind = 'spent'),
    (select coalesce(sum(a.balance), 0)::bigint from accounts a where a.funder = f.id and a.kind = 'cash'),
    s.minutes, s.meetings, s.businesses, s.cost, h.sequence, h.hash
  from funders f join banks b on b.id = f.bank join bank_heads h on h.bank = b.id
    join lateral (
      select coalesce(sum(l.amount) filter (where a.kind = 'used'), 0)::bigint as minutes, count(distinct e.id) as meetings,
        count(distinct e.holder) as businesses, coalesce(sum(l.amount) filter (where a.kind = 'spent'), 0)::bigint as cost
      from entries e join legs l on l.entry = e.id join accounts a on a.id = l.account and a.kind in ('used', 'spent')
      where e.bank = b.id and e.kind = 'spend' and not exists (select 1 from entries r where r.reverses = e.id)) s on true
  where f.id = scope.funder_of_link(secret, at_instant)
$$;

-- The confirmed meetings, the latest first: the day, the minutes, this funder's part of the cost, and a code of the business that is good
-- for this link alone.
create function scope.funder_link_meetings(secret bytea, at_instant timestamptz, skipped int, rows_max int)
returns table (entry uuid, sequence bigint, day date, business text, minutes bigint, part bigint, cost bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.sequence, e.day, upper(left(encode(sha256(secret || convert_to(e.holder::text, 'UTF8')), 'hex'), 6)),
    coalesce(sum(l.amount) filter (where a.kind = 'used'), 0)::bigint,
    coalesce(sum(l.amount) filter (where a.kind = 'spent' and a.funder = f.id), 0)::bigint,
    coalesce(sum(l.amount) filter (where a.kind = 'spent'), 0)::bigint
  from funders f join entries e on e.bank = f.bank and e.kind = 'spend' join legs l on l.entry = e.id join accounts a on a.id = l.account
  where f.id = scope.funder_of_link(secret, at_instant) and not exists (select 1 from entries r where r.reverses = e.id)
  group by e.id, f.id order by e.day desc, e.sequence desc offset skipped limit rows_max
$$;

-- Every entry that moved this funder's money, the latest first, and what each did to it; where `part` is named, of those that moved that.
create function scope.funder_link_entries(secret bytea, at_instant timestamptz, part text, skipped int, rows_max int)
returns table (entry uuid, sequence bigint, kind text, day date, received bigint, reserved bigint, spent bigint, free bigint, every bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.*, count(*) over () from (
    select e.id, e.sequence, e.kind, e.day,
      coalesce(-sum(l.amount) filter (where a.kind = 'from'), 0)::bigint as received,
      coalesce(sum(l.amount) filter (where a.kind = 'reserved'), 0)::bigint as reserved,
      coalesce(sum(l.amount) filter (where a.kind = 'spent'), 0)::bigint as spent,
      coalesce(sum(l.amount) filter (where a.kind = 'cash'), 0)::bigint as free
    from accounts a join legs l on l.account = a.id join entries e on e.id = l.entry
    where a.funder = scope.funder_of_link(secret, at_instant) and a.kind in ('from', 'reserved', 'spent', 'cash')
    group by e.id) m
  where case part when 'received' then m.received when 'reserved' then m.reserved when 'spent' then m.spent else m.free end <> 0
  order by m.sequence desc offset skipped limit rows_max
$$;

-- What the programme is, as it is published: what was written of its purpose was written for its members.
create function scope.funder_link_activity(secret bytea, at_instant timestamptz)
returns table (bank uuid, funder text, title text, organisation uuid, organisation_name text, zone text, starts date,
  ends date, currency text, minor_digits smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, f.name, p.name, o.id, o.name, o.zone, p.starts_on, p.ends_on, b.currency, b.minor_digits
  from funders f join banks b on b.id = f.bank join programmes p on p.id = b.programme join organisations o on o.id = b.organisation
  where f.id = scope.funder_of_link(secret, at_instant)
$$;

-- This funder's money by the types of IATI 2.03 (13 pledged, 11 signed, 1 received, 4 spent by month) and, as 'plan', its tranches. Who
-- paid in, what for and to whom is not in it.
create function scope.funder_link_money(secret bytea, at_instant timestamptz)
returns table (type text, day date, amount bigint, currency text, minor_digits smallint, meetings int)
language sql stable security definer set search_path = public, pg_temp as $$
  with f as (select u.id, b.currency, b.minor_digits from funders u join banks b on b.id = u.bank
    where u.id = scope.funder_of_link(secret, at_instant) and u.kind <> 'client')
  select * from (
    select '13' as type, p.said_on as day, p.amount, p.currency, p.minor_digits, 0 as meetings from f join pledges p on p.funder = f.id
      where not exists (select 1 from entries r where r.reverses = p.id)
    union all select '11', c.signed_on, c.amount, c.currency, c.minor_digits, 0 from f join commitments c on c.funder = f.id
    union all select '1', r.value_date, r.amount, r.currency, r.minor_digits, 0 from f join receipts r on r.funder = f.id
      where not exists (select 1 from entries v where v.reverses = r.id)
    union all select 'plan', t.due_on, t.amount, c.currency, c.minor_digits, 0
      from f join commitments c on c.funder = f.id join tranches t on t.commitment = c.id
    union all select '4', date_trunc('month', e.day)::date, sum(l.amount)::bigint, f.currency, f.minor_digits, count(distinct e.id)::int
      from f join accounts a on a.funder = f.id and a.kind = 'spent' join legs l on l.account = a.id
        join entries e on e.id = l.entry and e.kind = 'spend'
      where not exists (select 1 from entries r where r.reverses = e.id)
      group by date_trunc('month', e.day), f.currency, f.minor_digits) all_of_it
  order by day limit 5000
$$;

-- The trail of one entry: every entry of its cause, and what each did to this funder's money.
create function scope.funder_link_trail(secret bytea, at_instant timestamptz, which uuid)
returns table (sequence bigint, kind text, day date, at timestamptz, free bigint, reserved bigint, spent bigint, hash bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.sequence, o.kind, o.day, o.at, coalesce(sum(l.amount) filter (where a.kind = 'cash'), 0)::bigint,
    coalesce(sum(l.amount) filter (where a.kind = 'reserved'), 0)::bigint, coalesce(sum(l.amount) filter (where a.kind = 'spent'), 0)::bigint, o.hash
  from funders f join entries e on e.id = which and e.bank = f.bank
      and exists (select 1 from legs l join accounts a on a.id = l.account where l.entry = e.id and a.funder = f.id)
    join entries o on o.bank = e.bank and (o.id = e.id or (e.cause <> '' and o.cause = e.cause))
    left join legs l on l.entry = o.id left join accounts a on a.id = l.account and a.funder = f.id
  where f.id = scope.funder_of_link(secret, at_instant)
  group by o.id order by o.sequence limit 50
$$;

-- Confirmed hours from a day to a day, in how many meetings, with how many businesses; of each funder who paid a part, and of the bank
-- where `funder` is null. A reversal takes off what it reverses on its own day, as money is counted, so that a statement of a quarter that
-- is over stays as it is. Whoever asks reads no more than they may.
create function scope.bank_delivered(which uuid, first date, last date)
returns table (funder uuid, minutes bigint, meetings bigint, businesses bigint)
language sql stable set search_path = public, pg_temp as $$
  with done as (
    select e.id, m.holder, case when e.reverses is null then 1 else -1 end as turn,
      e.reverses is null and not exists (select 1 from entries r where r.reverses = e.id and r.day <= last) as stands,
      coalesce((select sum(l.amount) from legs l join accounts u on u.id = l.account and u.kind = 'used' where l.entry = e.id), 0) as minutes
    from entries e join entries m on m.id = coalesce(e.reverses, e.id) and m.kind = 'spend'
    where e.bank = which and e.day between first and last
  ), paid as (
    select distinct d.*, a.funder from done d join legs l on l.entry = d.id join accounts a on a.id = l.account and a.kind = 'spent'
    union all select d.*, null from done d
  )
  select p.funder, sum(p.minutes)::bigint, sum(p.turn)::bigint, count(distinct p.holder) filter (where p.stands) from paid p group by p.funder
$$;

-- What came up to a day, in the order in which it came, from funders who read another currency than the bank's; by the day of its entry.
create function scope.bank_came_in(which uuid, last date)
returns table (funder uuid, number int, day date, value_date date, amount bigint, currency text, minor_digits smallint, rate text,
  ledger bigint, in_theirs bigint, report_currency text, report_digits smallint)
language sql stable set search_path = public, pg_temp as $$
  select r.funder, r.number, e.day, r.value_date, r.amount, r.currency, r.minor_digits, r.rate, r.ledger_amount, r.report_amount,
    r.report_currency, r.report_digits
  from receipts r join entries e on e.id = r.id join banks b on b.id = r.bank
  where r.bank = which and r.report_currency <> b.currency and e.day <= last
    and not exists (select 1 from entries v where v.reverses = r.id and v.day <= last)
  order by r.value_date, r.number
$$;

-- The first day that anything was entered of; null in a new bank. What was before a bank was opened can be entered, each of its day.
create function scope.bank_began(which uuid) returns date language sql stable set search_path = public, pg_temp as $$
  select min(day) from entries where bank = which
$$;

-- What was laid down for a bank, when, by whom, and who else agreed: its terms, prices and shares, corrections by hand and closed periods.
create function scope.bank_laid_down(which uuid)
returns table (kind text, from_day date, at timestamptz, by uuid, agreed boolean, agreed_at timestamptz, agreed_by uuid, what text)
language sql stable set search_path = public, pg_temp as $$
  select * from (
    select 'terms' as kind, null::date as from_day, t.at, t.by, null::boolean as agreed, null::timestamptz as agreed_at, null::uuid as agreed_by,
      t.terms::text as what from bank_terms t where t.bank = which
    union all select 'tariff', t.from_day, t.at, t.by, null, null, null, t.per_hour::text from tariffs t where t.bank = which
    union all select 'shares', s.from_day, s.at, s.by, a.agreed, a.at, a.by,
      (select string_agg(b.from_minutes || ' min: ' || (select string_agg(f.name || ' ' || l.basis_points, ', ' order by f.position)
        from share_lines l join funders f on f.id = l.funder where l.band = b.id), '; ' order by b.from_minutes)
        from share_bands b where b.share_set = s.id)
      from share_sets s left join share_set_agreements a on a.share_set = s.id where s.bank = which
    union all select 'correction', d.day, d.at, d.by, case when e.id is not null then true when r.adjustment is not null then false end,
      coalesce(e.at, r.at), coalesce(e.by, r.by), d.reason
      from adjustments d left join entries e on e.bank = d.bank and e.cause = 'adjustment:' || d.id
        left join adjustment_refusals r on r.adjustment = d.id where d.bank = which
    union all select 'closing', c.through, e.at, e.by, null, null, null, '' from closings c join entries e on e.id = c.id where c.bank = which) every_one
  order by at limit 20001
$$;
