import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { realHands } from '#ground/chance'
import { lampline } from '#testing/sample-house'
import { filesOf, type Place, partsOfFile, partsOfLetter } from './canary.testing.ts'
import type { Begun } from './canary-begun.testing.ts'
import type { LookedThrough } from './canary-house.testing.ts'

const run = promisify(execFile)

/** Everything that leaves the house or stays on a disk, gathered once the house has come to rest. */
export async function placesOf(house: LookedThrough, begun: Begun): Promise<Place[]> {
  const outside = [begun.refused, ...(await exportsOf(begun)), ...(await feedsOf(begun)), await backupOf(house)]
  await house.settled()
  await house.ground.owner.query('checkpoint')
  const letters = await Promise.all(house.letters.map((raw) => partsOfLetter(raw, 'letter')))
  return [
    ...outside.flatMap(partsOfFile),
    ...letters.flat(),
    { place: 'log', bytes: Buffer.from(house.lines.join('')) },
    ...filesOf(house.folder, ''),
    ...house.newTemporary().flatMap((one) => [...filesOf(join(tmpdir(), one), `temporary/${one}`)]),
  ]
}

async function exportsOf({ organisation, programme, round, coordinator }: Begun): Promise<Place[]> {
  const sheets = [`/organisations/${organisation}/people`, `/programmes/${programme}/enrolments`, `/programmes/${programme}/pairs`]
  const paths = [...sheets.flatMap((one) => [`${one}.csv`, `${one}.xlsx`]), `/rounds/${round}/proof.csv`]
  return Promise.all(paths.map(async (path) => ({ place: `export${path}`, bytes: await coordinator.download(path) })))
}

/** Both of the pair let a calendar program read along. */
async function feedsOf({ mentor, mentee }: Begun): Promise<Place[]> {
  const feeds = Object.entries({ mentor, mentee }).map(async ([side, one]) => {
    await one.post('/me/calendar', { id: realHands.newId() })
    const path = /\/calendars\/[\w-]+\.ics/.exec(await one.get('/me/calendar'))?.[0] ?? ''
    return { place: `feed/${side}.ics`, bytes: await one.download(path) }
  })
  return Promise.all(feeds)
}

async function backupOf(house: LookedThrough): Promise<Place> {
  const file = join(house.folder, 'lampline.backup')
  const { stdout, stderr } = await run(lampline, ['backup', file, '--data', house.config.data, '--log', 'debug'])
  house.lines.push(stdout, stderr)
  return { place: 'lampline.backup', bytes: readFileSync(file) }
}

/** The file in which the database keeps the long texts of a table. */
export async function longTextsOf(house: LookedThrough, table: string): Promise<string> {
  const { rows } = await house.ground.owner.query<{ path: string }>(
    'select pg_relation_filepath(reltoastrelid) as path from pg_class where oid = $1::regclass',
    [table],
  )
  return rows[0]?.path ?? ''
}
