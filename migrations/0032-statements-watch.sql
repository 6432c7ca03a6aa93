-- The numbers to watch of a bank (7.9 of the domain), each a part of a whole; `cases` is of how many it tells. `days` has no whole: its
-- part is the middle one. A meeting that an outage stopped is nobody's, and counts as none.
create function scope.bank_watch(which uuid, at_instant timestamptz)
returns table (name text, part bigint, whole bigint, cases bigint) language sql stable set search_path = public, pg_temp as $$
  with past as (
    select m.id, m.starts_at, e.kind as ended, exists (select 1 from coaching_logs l where l.meeting = m.id) as held,
      (select min(c.at) from coaching_confirmations c where c.meeting = m.id) as confirmed_at
    from coaching_meetings m left join coaching_ends e on e.meeting = m.id
    where m.bank = which and m.starts_at < at_instant and e.kind is distinct from 'forceMajeure'
      and exists (select 1 from coaching_reservations r where r.meeting = m.id)
  ), earned as (
    select a.holder, -sum(a.balance) as amount from accounts a where a.bank = which and a.kind in ('payable', 'paid') and a.holder is not null
    group by a.holder having -sum(a.balance) > 0
  ), clients as (
    select l.balance_after >= 0 as in_time from entries e join legs l on l.entry = e.id join accounts a on a.id = l.account and a.kind = 'cash'
      join funders f on f.id = a.funder and f.kind = 'client'
    where e.bank = which and e.kind = 'reserve' and l.amount < 0 and not exists (select 1 from entries r where r.reverses = e.id)
  ), paid as (
    select p.at::date - l.day as days from claim_payments p join claims c on c.id = p.claim and c.bank = which
      join claim_lines l on l.claim = c.id and l.kind = 'held'
  ), called as (
    select distinct on (k.claim, k.meeting) k.outcome from claim_calls k join claims c on c.id = k.claim and c.bank = which
    where k.outcome <> 'no-answer' order by k.claim, k.meeting, k.at desc, k.id desc
  ), minutes as (
    select a.holder, sum(a.balance) filter (where a.kind = 'used') as used, sum(a.balance) as given
    from accounts a where a.bank = which and a.kind in ('allotted', 'held', 'used', 'lost') group by a.holder having sum(a.balance) > 0
  ), spent as (
    select coalesce(sum(a.balance) filter (where f.kind = 'cash'), 0) as by_funders, coalesce(sum(a.balance), 0) as amount
    from accounts a join funders f on f.id = a.funder and f.kind <> 'budget' where a.bank = which and a.kind = 'spent'
  )
  select 'redemption', coalesce(sum(used), 0)::bigint, coalesce(sum(given), 0)::bigint, count(*) from minutes
  union all select 'held', count(*) filter (where held), count(*), count(*) from past
  union all select 'client-absent', count(*) filter (where ended = 'noShowClient'), count(*), count(*) from past
  union all select 'coach-absent', count(*) filter (where ended = 'noShowCoach'), count(*), count(*) from past
  union all select 'in-time', count(*) filter (where in_time), count(*), count(*) from clients
  union all select 'subsidy', by_funders::bigint, amount::bigint, (select count(*) from past where held) from spent
  union all select 'top-coach', coalesce(max(amount), 0)::bigint, coalesce(sum(amount), 0)::bigint, (select count(*) from past where held) from earned
  union all select 'days', coalesce(percentile_disc(0.5) within group (order by days), 0)::bigint, 0, count(*) from paid
  union all select 'in-week', count(*) filter (where confirmed_at <= starts_at + interval '7 days'), count(*), count(*) from past
    where held and starts_at + interval '7 days' < at_instant
  union all select 'mismatch', count(*) filter (where outcome = 'otherwise'), count(*), count(*) from called
$$;
