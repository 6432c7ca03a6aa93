import type { Invariant } from './invariants.ts'

const named = "'entry ' || e.id || ' (' || e.sequence || ')'"
const undone = 'exists (select 1 from entries u where u.reverses = e.id)'

/**
 * The rules of the bank of hours, each over all its rows. The triggers of the migration refuse what would break one; these look whether
 * that was so, on a copy that somebody had in their hands as well.
 */
export const ledgerInvariants: readonly Invariant[] = [
  {
    says: 'Each entry adds up to nothing in each unit',
    breaks: `select ${named} as broken from entries e left join legs l on l.entry = e.id left join accounts a on a.id = l.account
      group by e.id, a.unit having coalesce(sum(l.amount), 0) <> 0 or (e.kind = 'close') <> (count(l.entry) = 0)
      order by e.bank, e.sequence`,
  },
  {
    says: 'An entry has the legs that its lines say, of its own bank, and no others',
    breaks: `select ${named} as broken from entries e left join legs l on l.entry = e.id left join accounts a on a.id = l.account
      group by e.id having coalesce(string_agg(l.account || ' ' || l.amount, E'\\n' order by l.account), '') <> e.lines
        or bool_or(l.sequence <> e.sequence or a.bank <> e.bank) order by e.bank, e.sequence`,
  },
  {
    says: 'What an account stands at is what its legs add up to',
    breaks: `select 'account ' || a.id || ' (' || a.kind || ')' as broken from accounts a left join legs l on l.account = a.id
      group by a.id having coalesce(sum(l.amount), 0) <> a.balance order by a.id`,
  },
  {
    says: 'What an account stood at after each leg is what its legs until then add up to',
    breaks: `select 'entry ' || entry || ' (' || sequence || ')' as broken from (select entry, account, sequence, balance_after,
        sum(amount) over (partition by account order by sequence rows unbounded preceding) as added from legs) l
      where balance_after <> added order by sequence, entry`,
  },
  {
    says: 'All accounts of a bank stand at nothing together, in each unit',
    breaks: `select 'bank ' || bank || ' (' || unit || ')' as broken from accounts group by bank, unit having sum(balance) <> 0`,
  },
  {
    says: 'No account stands below its floor or above its ceiling, and each has those of its kind',
    breaks: `select 'account ' || a.id || ' (' || a.kind || ')' as broken from accounts a left join funders f on f.id = a.funder
      where balance < floor or balance > ceiling
        or (floor is null) <> (a.kind in ('from', 'in-kind-from', 'bridged', 'pledged-from', 'planned', 'payable', 'paid')
          or (a.kind = 'cash' and f.kind = 'client'))
        or (ceiling is null) <> (a.kind not in ('in-kind-from', 'bridged', 'pledged-from', 'planned', 'payable', 'paid')) order by a.id`,
  },
  {
    says: 'The entries of a bank are numbered from 1 without a gap, and its head is at the last',
    breaks: `(select ${named} as broken from (select e.*, row_number() over (partition by bank order by sequence) as place from entries e) e
      where e.sequence <> e.place order by e.bank, e.sequence)
      union all select 'head of bank ' || b.id from banks b left join bank_heads h on h.bank = b.id
        where h.sequence is distinct from coalesce((select max(sequence) from entries where bank = b.id), 0)`,
  },
  {
    says: 'Each entry has the hash of what it says and of the entry before, and the head has that of the last',
    breaks: `(select 'entry ' || id || ' (' || sequence || ')' as broken from (
        select e.id, e.bank, e.sequence, e.hash, chained(e, coalesce(lag(e.hash) over (partition by e.bank order by e.sequence),
          decode(repeat('00', 32), 'hex'))) as expected from entries e) e where hash is distinct from expected order by bank, sequence)
      union all select 'head of bank ' || h.bank from bank_heads h
        where h.sequence > 0 and h.hash is distinct from (select hash from entries e where e.bank = h.bank and e.sequence = h.sequence)`,
  },
  {
    says: 'A reservation is spent, released or expired once at most, but for what was reversed',
    breaks: `select ${named} as broken from entries e left join entries r on r.id = e.resolves
      where (e.kind in ('spend', 'release', 'expire')) <> (e.resolves is not null)
        or (e.resolves is not null and (r.kind <> 'reserve' or r.bank <> e.bank or r.sequence > e.sequence
          or r.holder is distinct from e.holder))
        or (e.resolves is not null and not ${undone} and (exists (select 1 from entries x where x.reverses = e.resolves)
          or exists (select 1 from entries o where o.resolves = e.resolves and o.sequence < e.sequence
            and not exists (select 1 from entries u where u.reverses = o.id)))) order by e.bank, e.sequence`,
  },
  {
    says: 'What is reserved and held is what open reservations hold',
    breaks: `select 'account ' || a.id || ' (' || a.kind || ')' as broken from accounts a
      left join legs l on l.account = a.id and exists (select 1 from entries e where e.id = l.entry and e.kind = 'reserve' and not ${undone}
        and not exists (select 1 from entries s where s.resolves = e.id and not exists (select 1 from entries x where x.reverses = s.id)))
      where a.kind in ('reserved', 'held') group by a.id having coalesce(sum(l.amount), 0) <> a.balance order by a.id`,
  },
  {
    says: 'A reversal is the legs of one entry turned round, once, and nothing reverses a reversal',
    breaks: `select ${named} as broken from entries e left join entries r on r.id = e.reverses
      where (e.kind = 'reverse') <> (e.reverses is not null)
        or (e.reverses is not null and (r.bank <> e.bank or r.sequence > e.sequence or r.kind in ('reverse', 'close') or e.lines <> (
          select string_agg(split_part(line, ' ', 1) || ' ' || -split_part(line, ' ', 2)::bigint, E'\\n' order by place)
          from regexp_split_to_table(r.lines, E'\\n') with ordinality as of_lines (line, place))))
        or (e.reverses is not null and exists (select 1 from entries o where o.reverses = e.reverses and o.sequence < e.sequence))
      order by e.bank, e.sequence`,
  },
  {
    says: 'Nothing is entered into a period after it was closed',
    breaks: `select ${named} as broken from entries e where exists (select 1 from closings c join entries k on k.id = c.id
        where c.bank = e.bank and k.sequence < e.sequence and e.day <= c.through)
      union all select 'closing ' || c.id from closings c left join entries k on k.id = c.id and k.kind = 'close' and k.day = c.through
        where k.id is null
      union all select ${named} from entries e where e.kind = 'close' and not exists (select 1 from closings c where c.id = e.id)`,
  },
  {
    says: 'A correction is what somebody proposed and another person agreed to, once',
    breaks: `select ${named} as broken from entries e left join adjustments a on e.cause = 'adjustment:' || a.id and a.bank = e.bank
      where e.kind = 'adjust' and (a.id is null or a.lines <> e.lines or a.by is not distinct from e.by or e.by is null
        or exists (select 1 from adjustment_refusals r where r.adjustment = a.id)
        or exists (select 1 from entries o where o.kind = 'adjust' and o.cause = e.cause and o.bank = e.bank and o.sequence < e.sequence))
      order by e.bank, e.sequence`,
  },
  {
    says: 'Shares add up to the whole in every band, among funders of their own bank, and a second person agreed to changed ones',
    breaks: `select 'band ' || b.id as broken from share_bands b join share_sets s on s.id = b.share_set
        left join share_lines l on l.band = b.id left join funders f on f.id = l.funder
      group by b.id having coalesce(sum(l.basis_points), 0) <> 10000 or bool_or(f.bank <> s.bank or f.kind = 'budget')
      union all select 'shares ' || s.id from share_sets s join share_set_agreements a on a.share_set = s.id
        where a.by is not distinct from s.by`,
  },
]
