import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type pg from 'pg'
import { realHands } from '#ground/chance'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { startPostgres } from '#ground/postgres'
import { fund, type GivenBank, givenBank } from '#hours/hours.testing'
import { accountIn } from '#hours/ledger.testing'
import { testHouse } from '#testing/house'
import { onServer, useServer } from '#testing/server'
import { makeTemplate } from '#testing/template'
import { byEntry, byPlainRows, byVerb, oneAtATime, openDatabases, rateOf, type Target } from './hours-load.ts'
import { row, say, saySpread, spreadOf } from './measure.ts'

/*
 * What the ledger of the bank of hours costs, on a server that writes to the disk as one in service does: entries a second on one bank and
 * on two hundred, against the plain rows, in turns; how long one takes; and what a million of them cost to prove and to add up.
 */
const banks = 200
const connectionsTried = [1, 16, 64]
const turns = 3
const msATurn = 3_000
const entries = 1_000_000
const entriesAtOnce = 500
const coaches = 20
const minutesMax = 28

const folder = mkdtempSync(join(tmpdir(), 'lampline-bench-hours-'))
const server = await startPostgres({ folder, log: () => {} })
const url = `postgres://${server.superUser}@localhost:${server.port}/postgres?host=${encodeURIComponent(server.host)}`
useServer(url)
await makeTemplate(url)
const house = await testHouse()
after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
const asOwner = <T>(work: (client: pg.Client) => Promise<T>) => onServer(work, house.databaseName)

async function givenTarget(): Promise<Target> {
  const given: GivenBank = await givenBank(house)
  await fund(house, given, { donor: 1 })
  const account = (kind: 'cash' | 'from') => accountIn(house, given, { kind, funder: given.donor.id })
  return { given, cash: await account('cash'), from: await account('from') }
}

async function plainTables(): Promise<void> {
  await asOwner((client) =>
    client.query(`create table plain_entries (like entries); alter table plain_entries add primary key (id);
      create table plain_legs (like legs); alter table plain_legs add primary key (entry, account);
      grant select, insert on plain_entries, plain_legs to lampline_app`),
  )
}

test('entries a second', { timeout: minutesMax * 60_000 }, async () => {
  await plainTables()
  const targets: Target[] = []
  for (let nth = 0; nth < banks; nth += 1) targets.push(await givenTarget())
  const ways = { verb: byVerb, entry: byEntry, plain: byPlainRows, queued: oneAtATime(byVerb) }
  row(
    'banks, connections',
    'receipts/s',
    'their entries alone/s',
    'plain rows/s',
    'receipts of plain',
    'p50, ms',
    'p99, ms',
    'one at a time: receipts/s',
    'p99, ms',
  )
  row(...Array.from({ length: 9 }, () => '---'))
  for (const some of [targets.slice(0, 1), targets]) {
    for (const connections of connectionsTried) {
      const { databases, close } = openDatabases(house.databaseName, connections)
      const measure = (deed: typeof byVerb, ms: number) => rateOf(deed, databases, some, connections, ms)
      for (const deed of Object.values(ways)) await measure(deed, 300)
      const found = { verb: [], entry: [], plain: [], queued: [] } as Record<keyof typeof ways, Awaited<ReturnType<typeof measure>>[]>
      for (let turn = 0; turn < turns; turn += 1) {
        for (const [name, deed] of Object.entries(ways)) found[name as keyof typeof ways].push(await measure(deed, msATurn))
      }
      const per = (name: keyof typeof ways) => saySpread(spreadOf(found[name].map(({ perSecond }) => perSecond)))
      const late = (name: keyof typeof ways, at: 'p50' | 'p99') => saySpread(spreadOf(found[name].map((rate) => rate[at])), 1)
      const ratios = found.verb.map(({ perSecond }, at) => perSecond / (found.plain[at]?.perSecond ?? 1))
      const cells = [per('verb'), per('entry'), per('plain'), saySpread(spreadOf(ratios), 2), late('verb', 'p50'), late('verb', 'p99')]
      row(`${some.length}, ${connections}`, ...cells, per('queued'), late('queued', 'p99'))
      await close()
    }
  }
})

/** Fills a bank with receipts of two funders and what twenty coaches delivered, a few hundred to a transaction, each through every rule. */
async function filled(client: pg.Client): Promise<number> {
  const { given, cash, from } = await givenTarget()
  await fund(house, given, { chamber: 1 })
  const { id: funder } = given.chamber
  const pairs: [up: string, down: string][] = [
    [cash, from],
    [await accountIn(house, given, { kind: 'cash', funder }), await accountIn(house, given, { kind: 'from', funder })],
  ]
  const open = "insert into accounts (id, bank, kind, unit, holder) values (gen_random_uuid(), $1, $2, 'AFN', $3) returning id"
  const account = async (kind: string, holder: string | null) =>
    (await client.query(open, [given.bank.id, kind, holder])).rows[0].id as string
  const delivered = await account('delivered', null)
  for (let coach = 0; coach < coaches; coach += 1) pairs.push([delivered, await account('payable', realHands.newId())])
  const lines = pairs.map(([up, down]) => [`${up} 100`, `${down} -100`].sort().join('\n'))
  const start = performance.now()
  for (let done = 0; done < entries; done += entriesAtOnce) {
    await client.query(
      `insert into entries (id, bank, sequence, kind, at, day, reference, asked, lines, hash)
        select gen_random_uuid(), $1, 0, 'deposit', now(), date '2020-01-01' + ((n + $3::int) / 500), 'slip ' || n, sha256(''),
          ($2::text[])[1 + n % array_length($2::text[], 1)], '' from generate_series(1, $4::int) n`,
      [given.bank.id, lines, done, entriesAtOnce],
    )
  }
  return entries / ((performance.now() - start) / 1_000)
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const took: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const start = performance.now()
    await work()
    took.push((performance.now() - start) / 1_000)
  }
  return saySpread(spreadOf(took), 2)
}

const statement = `select a.kind, a.funder, date_trunc('quarter', e.day) as quarter, sum(l.amount), count(*)
  from legs l join entries e on e.id = l.entry join accounts a on a.id = l.account group by 1, 2, 3 order by 1, 2, 3`

test('a million entries', { timeout: minutesMax * 60_000 }, async () => {
  await asOwner(async (client) => {
    const rate = await filled(client)
    await client.query('analyze')
    row('over a million entries', 'seconds')
    row('---', '---')
    row(`filled through every rule, ${entriesAtOnce} to a transaction, entries/s`, say(rate))
    const chain = ledgerInvariants.find(({ says }) => says.startsWith('Each entry has the hash'))
    row('the chain of hashes proved', await seconds(() => client.query(chain?.breaks ?? '')))
    row(
      'every rule of the ledger proved',
      await seconds(async () => {
        for (const { says, breaks } of ledgerInvariants) {
          if ((await client.query(breaks)).rows.length > 0) throw new Error(says)
        }
      }),
    )
    row('added up by kind, funder and quarter', await seconds(() => client.query(statement)))
  })
})
