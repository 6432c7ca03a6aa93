import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { deliveredIn, funderFigures } from '#hours/figures'
import { refused } from '#hours/hours.testing'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { bringProgramme } from './bring-programme.ts'
import { type ProgrammeFile, readProgrammeFile } from './programme-file.ts'

const path = join(process.cwd(), '../shared/data/afghan-coach-pilot/programme.json')
const skip = existsSync(path) ? false : 'the pilot’s file is not on this machine'
const text = skip ? '{}' : readFileSync(path, 'utf8')
const house = await testHouse()

function pilot(): ProgrammeFile {
  const read = readProgrammeFile(text)
  return 'file' in read ? read.file : assert.fail(JSON.stringify(read.faults.slice(0, 3)))
}

test('The pilot comes in as a running programme: every meeting through its verbs, and the money to the afghani.', {
  skip,
  timeout: 300_000,
}, async () => {
  const organisation = await givenOrganisation(house)
  const administrator = (await givenKeeper(house, organisation, 'administrator')).id
  const bring = (file: ProgrammeFile) => house.write((tx) => bringProgramme(tx, { organisation, administrator, file }))
  const brought = await bring(pilot())
  assert.deepEqual([brought.coaches, brought.businesses, brought.meetings, brought.confirmed], [9, 27, 353, 314])
  const days = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2027-12-31') }
  const [delivered, figures] = await house.read(
    async (db) => [await deliveredIn(db, brought.bank, days), await funderFigures(db, brought.bank, days)] as const,
  )
  assert.deepEqual([delivered.minutes, delivered.meetings, delivered.holders], [22_785n, 314n, 27n])
  assert.deepEqual(
    figures.map(({ spent }) => spent / 100n),
    [318_990n, 91_140n, 45_570n],
  )
  const broken = await onServer(async (client) => {
    const said: string[] = []
    for (const { says, breaks } of ledgerInvariants) if ((await client.query(breaks)).rows.length > 0) said.push(says)
    return said
  }, house.databaseName)
  assert.deepEqual(broken, [])
  await assert.rejects(bring(pilot()), refused('handover.there'))
})

test('A meeting that the bank cannot pay for stops all of it, with its code; nothing is half there.', {
  skip,
  timeout: 300_000,
}, async () => {
  const organisation = await givenOrganisation(house)
  const administrator = (await givenKeeper(house, organisation, 'administrator')).id
  const file = pilot()
  const poor = { ...file, sessions: file.sessions.slice(0, 3), bank: { ...file.bank, receipts: file.bank.receipts.slice(1) } }
  const bring = house.write((tx) => bringProgramme(tx, { organisation, administrator, file: poor }))
  await assert.rejects(bring, refused('handover.meeting', { code: 'S001', why: 'hours.short' }))
  const left = await house.read((db) => db.selectFrom('programmes').select('id').where('organisation', '=', organisation).execute())
  assert.deepEqual(left, [])
})
