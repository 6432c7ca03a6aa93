import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundIn } from '#testing/canary'
import { openCanaries, type Place } from './canary.testing.ts'
import { concerned, disclosed, toldOfOneself } from './canary-apart.testing.ts'
import { type Begun, begun, menteeCode } from './canary-begun.testing.ts'
import { givenBack, typedInBrowser } from './canary-browser.testing.ts'
import { openLookedThrough } from './canary-house.testing.ts'
import { agreed, answered, asked, closed, met, noted, worked } from './canary-pair.testing.ts'
import { longTextsOf, placesOf } from './canary-places.testing.ts'

const house = await openLookedThrough()
const canaries = openCanaries()
const open = openCanaries()
const [programme, purpose, mentor, about] = [open.of('programme'), open.of('purpose'), open.of('mentor'), open.of('about')]
/** Long enough that the database keeps it apart, where it would be compressed. */
const longPurpose = `${purpose}${' هدف'.repeat(400)}`

/** Reminders are due by then. */
const soonDays = 9
/** Follow-ups are asked by then. */
const laterDays = 100

/** Every field in which something confidential can be written, by real forms, along the whole road of a pair. */
async function wholeRoad(): Promise<Begun> {
  const given = await begun(house, canaries, { programme, purpose: longPurpose, mentor, about })
  await toldOfOneself(given, canaries)
  await agreed(given, canaries)
  const meeting = await met(house, given, canaries)
  await noted(given, canaries)
  await worked(given, canaries)
  await house.settled()
  await typedInBrowser(house, given, meeting, canaries)
  await givenBack(given, canaries)
  await asked(house, given, canaries)
  await concerned(house, given, canaries)
  await disclosed(given, canaries)
  await answered(house, given, canaries)
  await house.sweepIn(soonDays)
  await closed(house, given, canaries)
  await house.settled()
  await house.sweepIn(laterDays)
  await answered(house, given, canaries)
  await house.settled()
  return given
}

/** Words that are no secret stand wherever they belong; a search that does not find them finds nothing else either. */
async function assertFinds(places: readonly Place[], { partnership }: Begun): Promise<void> {
  const [base, wal, backup] = ['/data/database/base/', '/data/database/pg_wal/', 'lampline.backup']
  const named = (pattern: RegExp) => places.map(({ place }) => place).filter((place) => pattern.test(place))
  const belongs: [string, readonly string[]][] = [
    [programme, [base, wal, backup, 'letter']],
    [purpose, [`/data/database/${await longTextsOf(house, 'programmes')}`, wal, backup]],
    [mentor, [base, wal, backup, 'letter', 'feed/mentee', ...named(/^export\/(organisations|programmes)/)]],
    [menteeCode, named(/^export\/(rounds|programmes)/)],
    [about, [base, wal, backup]],
    [partnership, [base, wal, backup, 'letter', '/profile/']],
    ['/partnerships/:partnership/notebook', ['log']],
  ]
  for (const [control, prefixes] of belongs) {
    for (const prefix of prefixes) {
      const there = places.filter(({ place }) => place.startsWith(prefix))
      for (const word of control.split(' '))
        assert.ok(
          there.some(({ bytes }) => foundIn(bytes, [word]).length > 0),
          `${control} in ${prefix}`,
        )
    }
  }
}

test('What is written for a few stands nowhere in clear: not in the database’s files, a backup, letters, feeds, exports, logs or a browser.', {
  timeout: 240_000,
}, async () => {
  const given = await wholeRoad()
  const places = await placesOf(house, given)
  const found = places.flatMap(({ place, bytes }) => canaries.foundIn(bytes).map((field) => `${field}: in ${place}`))
  assert.deepEqual([...new Set(found)], [])
  await assertFinds(places, given)
})
