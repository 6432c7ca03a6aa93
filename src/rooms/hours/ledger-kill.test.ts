import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { realHands } from '#ground/chance'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { startPostgres } from '#ground/postgres'
import { until } from '#ground/postgres.testing'
import { testHouse } from '#testing/house'
import { killsAsked, useServer } from '#testing/server'
import { makeTemplate } from '#testing/template'
import { afghani, fund, givenBank, givenHolder, standing } from './hours.testing.ts'
import { asOwner } from './ledger.testing.ts'
import { ask, type Deed, type Load, type LoadProcess, startLoad } from './ledger-load.testing.ts'
import { usualTerms } from './terms.ts'

/*
 * A server of its own, which writes to the disk as one in service does: of the others of the tests a killed one may forget its last moment.
 */
const killsBetweenServers = 25
const momentMsMax = 150
const writers = 6
const minutes = 15
const timeout = 60_000 + killsAsked * 3_000

const folder = mkdtempSync(join(tmpdir(), 'lampline-kill-'))
const server = await startPostgres({ folder, log: () => {} })
const url = `postgres://${server.superUser}@localhost:${server.port}/postgres?host=${encodeURIComponent(server.host)}`
useServer(url)
await makeTemplate(url)
const house = await testHouse()
after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const { newId } = realHands
const start = 10_000_000
/** Killed often within a minute, the server is started again after a pause of half a minute. */
const serverMsMax = 60_000

async function givenLoad() {
  const given = await givenBank(house, { minutes: 100_000_000, terms: { ...usualTerms(100n), dueMax: null } })
  await fund(house, given, { donor: start, chamber: start })
  const holders = await Promise.all(Array.from({ length: writers }, () => givenHolder(house, given, 1_000_000)))
  const { bank, donor, coordinator: scope } = given
  const names = { databaseName: house.databaseName, bank: bank.id, funder: donor.id, coach: newId() }
  const load: Load = { ...names, scope, holders: holders.map(({ holder }) => holder), minutes, once: false }
  return { given, load }
}

/** Kills everything that writes, at a random moment, and now and then the database's own processes with it. */
async function killed(load: LoadProcess, withServer: boolean): Promise<void> {
  await load.ready
  load.go()
  await until(() => load.said.some((line) => line.startsWith('done')), 'it writes')
  await wait(randomInt(momentMsMax * 1_000) / 1_000)
  const pid = server.pid()
  process.kill(-load.pid, 'SIGKILL')
  if (withServer) process.kill(-pid, 'SIGKILL')
  await load.ended
  if (withServer) await until(() => server.pid() !== 0 && server.pid() !== pid, 'the database is there again', serverMsMax)
}

/** What was tried, what was told to be done, and what ended otherwise. */
function heard(loads: readonly LoadProcess[]): { tried: Map<string, Deed>; done: Set<string>; others: string[] } {
  const [tried, done, others] = [new Map<string, Deed>(), new Set<string>(), [] as string[]]
  for (const line of loads.flatMap(({ said }) => said)) {
    const [word, first = '', second = '', about = ''] = line.split(' ')
    if (word === 'tries') tried.set(second, { verb: first as Deed['verb'], id: second, about })
    else if (word === 'done') done.add(first)
    else others.push(line)
  }
  return { tried, done, others }
}

async function countOf(ids: Iterable<string>): Promise<number> {
  return asOwner(house, async (client) => {
    const { rows } = await client.query<{ there: number }>('select count(*)::int as there from entries where id = any($1)', [[...ids]])
    return rows[0]?.there ?? 0
  })
}

test(`Killed ${killsAsked} times at random moments under load, no entry that was told to be kept is lost, and none is double.`, {
  timeout,
}, async () => {
  const { given, load } = await givenLoad()
  const before = await asOwner(house, async (client) => (await client.query('select count(*)::int as there from entries')).rows[0]?.there)
  const loads: LoadProcess[] = []
  let next = startLoad(load)
  for (let kill = 1; kill <= killsAsked; kill += 1) {
    const current = next
    loads.push(current)
    const withServer = kill % killsBetweenServers === 0
    await current.ready
    // The next one warms up meanwhile; not beside a server that is about to go.
    if (!withServer) next = startLoad(load)
    await killed(current, withServer)
    if (withServer) next = startLoad(load)
  }
  await next.ready
  process.kill(-next.pid, 'SIGKILL')
  await next.ended

  const { tried, done, others } = heard(loads)
  assert.ok(
    others.every((line) => line.startsWith('failed')),
    others.join('\n'),
  )
  assert.ok(done.size > killsAsked, `${done.size} were done in ${killsAsked} rounds`)
  assert.equal(await countOf(done), done.size, 'what was told to be kept is there')
  const unknown = [...tried.values()].filter(({ id }) => !done.has(id))
  assert.ok(unknown.length > 0, 'somebody was killed on the way')
  const there = await countOf(unknown.map(({ id }) => id))
  for (const deed of unknown) await house.writeAs(load.scope, (tx) => ask(tx, load, deed))
  assert.equal(await countOf(tried.keys()), tried.size, 'what was unknown is there once it is asked again')

  const { rows } = await asOwner(house, (client) => client.query('select count(*)::int as there from entries'))
  assert.equal(rows[0]?.there, before + tried.size, 'and nothing else is')
  const deeds = [...tried.values()]
  const count = (verb: Deed['verb']) => deeds.filter((deed) => deed.verb === verb).length
  const after = await standing(house, given)
  const cost = afghani(300) / 100n
  assert.equal(after['from nordlys'], String(-start - count('deposit')))
  assert.equal(after.used, String(count('spend') * minutes))
  assert.equal(after.payable, String(-BigInt(count('spend')) * cost))
  assert.equal(after.held ?? '0', String((count('reserve') - count('spend') - count('release')) * minutes))
  await asOwner(house, async (client) => {
    for (const { says, breaks } of ledgerInvariants) assert.deepEqual((await client.query(breaks)).rows, [], says)
  })
  console.log(`${done.size} told to be kept, ${unknown.length} unknown, of which ${there} were there`)
})
