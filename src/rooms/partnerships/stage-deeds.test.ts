import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#ground/db'
import { sayKey, sayTo, unknownReader } from '#ground/words'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { confirmStep } from './confirm-step.ts'
import { decline } from './decline.ts'
import { endAsCoordinator } from './end-as-coordinator.ts'
import { enterStage } from './enter-stage.ts'
import { leavePartnership } from './leave-partnership.ts'
import { moveStage } from './move-stage.ts'
import { type GivenPair, refusedWith } from './pairs.testing.ts'
import { passOn } from './pass-on.ts'
import { pausePair } from './pause-pair.ts'
import { findPartnership } from './reads.ts'
import { stageOf } from './stage-reads.ts'
import { briefed, givenAgreed, givenUnderWay } from './stages.testing.ts'
import { tellExitReason } from './tell-exit-reason.ts'
import { thankPartner } from './thank-partner.ts'
import { wishRematch } from './wish-rematch.ts'

const house = await testHouse()
const say = sayTo(unknownReader)
const stages = ['induct', 'agree', 'active', 'review', 'close', 'follow-up'] as const
type Where = (typeof stages)[number] | 'left'

/** A pair that has come to a stage: by the end of the road it is completed; `left`, it was ended in the middle. */
async function givenIn(where: Where): Promise<GivenPair> {
  const early = where === 'induct' || where === 'agree'
  const pair = early ? await givenAgreed(house) : await givenUnderWay(house)
  if (where === 'agree') await briefed(house, pair)
  const through = { review: ['review'], close: ['close'], 'follow-up': ['close', 'follow-up'] }[where as 'review'] ?? []
  for (const to of through) {
    await house.write(async (tx) => enterStage(tx, (await findPartnership(tx, pair.id)) ?? assert.fail(), { to, why: 'asked' }))
  }
  if (where === 'left')
    await house.writeAs(pair.mentor.scope, (tx) => leavePartnership(tx, { partnership: pair.id, text: 1, again: false }))
  return pair
}

type Deed = { by: 'mentee' | 'coordinator'; does: (tx: Tx, partnership: string, from: string) => Promise<unknown> }

const confirmed = (stage: string, criterion: string): Deed => ({
  by: 'mentee',
  does: (tx, partnership) => confirmStep(tx, { partnership, stage, criterion }),
})
const movedTo = (to: string): Deed => ({
  by: 'coordinator',
  does: (tx, partnership, from) => moveStage(tx, { partnership, from, to, reason: 'So' }),
})

const deeds = {
  accept: { by: 'mentee', does: (tx, partnership) => accept(tx, { partnership, side: null }) },
  decline: { by: 'mentee', does: (tx, partnership) => decline(tx, { partnership, side: null }) },
  briefed: confirmed('induct', 'briefed'),
  closing: confirmed('active', 'closing'),
  induct: movedTo('induct'),
  agree: movedTo('agree'),
  active: movedTo('active'),
  review: movedTo('review'),
  close: movedTo('close'),
  'follow-up': movedTo('follow-up'),
  pause: {
    by: 'mentee',
    does: (tx, partnership) => pausePair(tx, { id: tx.newId(), partnership, kind: 'paused', until: Temporal.PlainDate.from('2026-12-01') }),
  },
  leave: { by: 'mentee', does: (tx, partnership) => leavePartnership(tx, { partnership, text: 1, again: false }) },
  endNoFault: { by: 'coordinator', does: (tx, partnership) => endAsCoordinator(tx, { partnership, reason: 'no-fault', text: 1 }) },
  endLapsed: { by: 'coordinator', does: (tx, partnership) => endAsCoordinator(tx, { partnership, reason: 'lapsed', text: 1 }) },
  endSafety: { by: 'coordinator', does: (tx, partnership) => endAsCoordinator(tx, { partnership, reason: 'safeguarding', text: 1 }) },
  rematch: { by: 'mentee', does: (tx, partnership) => wishRematch(tx, { partnership }) },
  reason: { by: 'mentee', does: (tx, partnership) => tellExitReason(tx, { partnership, reason: 'time' }) },
  thank: { by: 'mentee', does: (tx, partnership) => thankPartner(tx, { partnership, text: 'Thanks' }) },
  passOn: { by: 'mentee', does: (tx, partnership) => passOn(tx, { id: tx.newId(), partnership }) },
} satisfies Record<string, Deed>
type DeedName = keyof typeof deeds

const no = { left: 'stageLeft', move: 'noSuchMove', ended: 'ended', over: 'endedMeanwhile' } as const
const early = {
  rematch: 'notEnded',
  reason: 'notEnded',
  thank: 'notClosing',
  passOn: 'notClosing',
  endSafety: 'noSuchEnd',
  decline: 'saidYes',
}
const moves = (...listed: string[]) => Object.fromEntries(stages.filter((to) => !listed.includes(to)).map((to) => [to, no.move]))
const past = {
  ...Object.fromEntries([...stages, 'briefed', 'closing', 'pause'].map((deed) => [deed, no.ended])),
  accept: 'over',
  decline: 'over',
  endSafety: no.over,
}

/** Written out by hand: what is refused in each stage, and with what; everything else happens, or had happened. */
const refused: Record<Where, Partial<Record<string, string>>> = {
  induct: { ...early, ...moves('induct', 'agree', 'close'), closing: no.left },
  agree: { ...early, ...moves('agree', 'active', 'close'), closing: no.left },
  active: { ...early, ...moves('active', 'review', 'close') },
  review: { ...early, ...moves('review', 'active'), closing: no.left },
  close: { ...early, ...moves('close', 'follow-up'), closing: no.left, thank: undefined, passOn: undefined },
  'follow-up': { ...past, 'follow-up': undefined, endNoFault: no.over, endLapsed: no.over },
  left: { ...past, active: undefined, endLapsed: no.over },
}

for (const where of [...stages, 'left'] as const) {
  test(`In ${where} only what is listed happens; every other deed is refused by name, and changes nothing.`, async () => {
    for (const name of Object.keys(deeds) as DeedName[]) {
      const pair = await givenIn(where)
      const before = await house.read((db) => stageOf(db, pair.id))
      const { by, does } = deeds[name]
      const deed = () =>
        house.writeAs(by === 'mentee' ? pair.mentee.scope : pair.programme.coordinator, (tx) => does(tx, pair.id, before?.stage ?? ''))
      const reason = refused[where][name]
      if (reason === undefined) {
        await deed()
        continue
      }
      assert.equal(await refusedWith(deed()), `partnerships.${reason}`, `${where}: ${name}`)
      assert.deepEqual(await house.read((db) => stageOf(db, pair.id)), before)
    }
  })
}

test('Every refusal says what is possible instead, in a sentence of its own.', () => {
  const reasons = new Set(Object.values(refused).flatMap((row) => Object.values(row).flatMap((reason) => reason ?? [])))
  for (const reason of reasons) {
    const words = sayKey(say, `refusal.partnerships.${reason}`, { count: 1, possible: 'Closing' })
    assert.ok(words.split(/[.;] /).length >= 2, `${reason}: ${words}`)
  }
})
