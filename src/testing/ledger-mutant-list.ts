/** A mechanism of the ledger, taken out by replacing a text that stands once in a file, and the tests that must see it. */
export type Mutant = { without: string; file: string; from: string; to: string; tests: readonly string[] }

const migration = 'migrations/0026-hours.sql'
const inSql = (without: string, from: string, to: string, ...tests: string[]): Mutant => ({ without, file: migration, from, to, tests })
const inRoom = (without: string, file: string, from: string, to: string, ...tests: string[]): Mutant => ({
  ...{ without, file: `src/rooms/hours/${file}.ts`, from, to, tests },
})

export const mutants: readonly Mutant[] = [
  inSql('the bank held by whoever writes', 'perform pg_advisory_xact_lock(hashtextextended(which::text, 26));', '', 'ledger-race'),
  inSql(
    'the head of the chain held',
    'select * into strict head from bank_heads where bank = new.bank for update;',
    'select * into strict head from bank_heads where bank = new.bank;',
    'ledger-balances',
  ),
  inSql('the check that an entry adds up', 'where value::numeric <> 0)', 'where false)', 'ledger'),
  inSql('lines in order, each once', 'or (before is not null and which <= before)', '', 'ledger'),
  inSql('lines written in one way', "line <> which || ' ' || change", 'false', 'ledger'),
  inSql('accounts of one’s own bank alone', 'where id = which and bank = new.bank', 'where id = which', 'ledger'),
  inSql('the floor', 'check (floor is null or balance >= floor)', 'check (true)', 'ledger'),
  inSql('the ceiling', 'check (ceiling is null or balance <= ceiling)', 'check (true)', 'ledger'),
  inSql('the bound of what a client may owe', 'if due is not null and', 'if false and', 'ledger'),
  inSql('an account opened at nothing', '  new.balance := 0;\n', '', 'only-adds'),
  inSql(
    'a reservation ended once',
    'if exists (select 1 from entries e where e.resolves = new.resolves and',
    'if exists (select 1 from entries e where false and',
    'ledger-reverse',
  ),
  inSql('an undone reservation ended no more', 'or exists (select 1 from entries r where r.reverses = new.resolves)', '', 'ledger-reverse'),
  inSql('only reservations ended', "other.kind <> 'reserve' or new.kind not in", 'false or new.kind not in', 'ledger-reverse'),
  inSql('a reversal of the stored legs', 'or opposite is distinct from new.lines', '', 'ledger-reverse'),
  inSql('one reversal of an entry', ',\n  constraint entries_reversed_once unique (reverses)', '', 'ledger-reverse'),
  inSql(
    'no reversal of what is resolved',
    'if exists (select 1 from entries e where e.resolves = new.reverses',
    'if exists (select 1 from entries e where false',
    'ledger-reverse',
  ),
  inSql('a second person for corrections', "if new.kind = 'adjust' and not exists", 'if false and not exists', 'adjust'),
  inSql(
    'one entry for a correction',
    "create unique index entries_adjusted_once on entries (bank, cause) where kind = 'adjust';",
    '',
    'adjust',
  ),
  inSql(
    'a second person for shares',
    'create trigger share_set_agreements_second before insert on share_set_agreements for each row execute function second_person();',
    '',
    'change-shares',
  ),
  inSql('shares that add up', 'if (select sum(basis_points) from share_lines where band = new.band) <> 10000', 'if false', 'change-shares'),
  inSql('closed periods', 'if new.day <= (select max(through) from closings where bank = new.bank) then', 'if false then', 'close-period'),
  inSql(
    'the guard against change and deletion',
    'before update or delete on %I for each row execute',
    'before update or delete on %I for each row when (false) execute',
    'only-adds',
  ),
  inSql(
    'the guard against emptying',
    "t || '_only_add', t);\n    execute format('create trigger %I before truncate on %I execute",
    "t || '_only_add', t);\n    execute format('create trigger %I before truncate on %I when (false) execute",
    'only-adds',
  ),
  inSql('balances by entries alone', 'if pg_trigger_depth() < 2 then', 'if false then', 'only-adds'),
  inSql(
    'the hash over the one before',
    'new.hash := chained(new, head.hash);',
    "new.hash := chained(new, decode(repeat('00', 32), 'hex'));",
    'chain',
  ),
  inSql(
    'the reason in the hash',
    "coalesce(e.holder::text, ''), e.reference, e.reason,",
    "coalesce(e.holder::text, ''), e.reference,",
    'chain',
  ),
  inSql('the lines in the hash', "coalesce(e.resolves::text, ''), e.lines,", "coalesce(e.resolves::text, ''),", 'chain'),
  inSql('a sequence without gaps', 'new.sequence := head.sequence + 1;', 'new.sequence := head.sequence + 2;', 'chain'),
  inSql('what an account stood at', 'new.sequence, kept.balance);', 'new.sequence, kept.balance - change);', 'ledger-balances'),
  inSql(
    'a place for writers of their own holder alone',
    'if not (scope.keeps_bank(which) or scope.is_drawer(which, whose)) then return null; end if;',
    '',
    'reserve',
  ),

  inSql(
    'the order in which writers came',
    'perform pg_advisory_xact_lock(hashtextextended(which::text, 26));',
    'perform 1 from bank_heads where bank = which for update;',
    'books',
  ),
  inSql('what is waived to go back to who paid it', 'kept.balance < waived_on(which, kept.holder)', 'false', 'waive'),
  inSql('no more taken back than was waived', 'change + waived_on(which, new.holder) > 0', 'false', 'waive'),
  inSql('money lent by a bridge alone', "if kept.kind = 'bridged' and change < 0", 'if false and change < 0', 'bridge'),

  inRoom(
    'another body under one id refused',
    'books',
    "before === Buffer.from(askedHash(asked)).toString('hex') || refuse('hours.another')",
    'true',
    'ledger-race',
  ),
  inRoom(
    'a receipt looked for before it is written',
    'deposit',
    `if (isDone(books, asked)) return
  const funder = funderIn(books, asked.funder)
  if (amount <= 0n ||`,
    `const funder = funderIn(books, asked.funder)
  if (amount <= 0n ||`,
    'ledger-race',
  ),
  inRoom(
    'a decision read once the bank is held',
    'adjust',
    "if (proposed.decision !== null) return proposed.decision === agrees ? { bank } : refuse('hours.decided')",
    '',
    'adjust',
  ),
  inRoom('the running split of what is booked', 'share-out', 'carried: carriedBy(funder) / quantum', 'carried: 0n', 'ledger-split'),
  inRoom(
    'the running split of what is spent',
    'spend',
    "const carried = balanceIn(books, 'spent', { funder, band }) / quantum",
    'const carried = 0n',
    'ledger-split',
  ),
  inRoom(
    'a reservation that is always enough',
    'spend',
    ', most: (reservedOf(funder) + (room < 0n ? 0n : room)) / quantum',
    '',
    'ledger-split',
  ),
  inRoom('the quota of the split', 'split', 'const isBelow = after * weight > mine * whole', 'const isBelow = true', 'split'),
  inRoom('the caps of the split', 'split', 'if (part.most !== undefined && (given[at] ?? 0n) >= part.most) continue', '', 'split'),
  inRoom('a client’s consent to the whole price', 'share-out', 'agreed.ofClient >= missing ? missing : 0n', 'missing', 'reserve'),
  inRoom('all or nothing, by name', 'share-out', '? 0n : needed - clear(available) }', '? 0n : 0n }', 'reserve'),
  inRoom('the bound of what others cover', 'share-out', 'const amount = [missing, most,', 'const amount = [missing,', 'reserve'),
  inRoom(
    'minutes that are somebody’s',
    'reserve',
    "if (asked.minutes > left) refuse('hours.minutesShort', { left, asked: asked.minutes })",
    '',
    'ledger-race',
  ),
  inRoom(
    'minutes that are whole and above nothing',
    'books',
    'if (!Number.isSafeInteger(minutes) || minutes <= 0)',
    'if (false)',
    'ledger-reverse',
  ),
  inRoom(
    'a spend of no more than was reserved',
    'spend',
    "if (asked.minutes > heldMinutes) refuse('hours.moreThanReserved', { reserved: heldMinutes, asked: asked.minutes })",
    '',
    'ledger-model',
  ),
  inRoom(
    'the price that was booked',
    'spend',
    'const rule = ruleOf(reservation)\n',
    'const rule = { ...ruleOf(reservation), perHour: "240000" }\n',
    'change-tariff',
  ),
  inRoom(
    'what a coach was paid for kept',
    'reverse',
    "if (accounts.some((account) => account.kind === 'payable' && after(account) > 0n)) refuse('hours.coachPaid')",
    '',
    'ledger-reverse',
  ),
  inRoom('the first open day', 'books', 'return { day: closedThrough.add({ days: 1 }),', 'return { day,', 'close-period'),
]
