import { versionsOf } from '#agreements/agreement-reads'
import { findReview, reviewsWaiting } from '#feedback/review-reads'
import { realHands } from '#ground/chance'
import { unansweredIn } from '#partnerships/pair-reads'
import { type PairUnderWay, pairsUnderWay } from '#partnerships/stage-reads'
import type { doorOf } from '#people/web.testing'
import type { PathwayForm } from '#programmes/pathway-forms'
import type { TestHouse } from '#testing/house'

type Browser = Awaited<ReturnType<ReturnType<typeof doorOf>['browserOf']>>
export type Actors = {
  house: TestHouse
  programme: string
  chance: () => number
  browserOf: (person: string) => Promise<Browser>
  met: Set<string>
}

/** A POST of a form that its sender may send: anything but a redirect, or a refusal by name, is a fault of ours. */
export async function post(browser: Browser, path: string, fields: Record<string, string | readonly string[]> = {}): Promise<number> {
  const { status, text } = await browser.post(path, fields)
  if (status !== 303 && status !== 422) throw new Error(`${status} at ${path}: ${text.slice(0, 300)}`)
  return status
}

const inDays = (house: TestHouse) => house.now().toZonedDateTimeISO('UTC').toPlainDate()

/** Everybody who was asked answers, or stays silent: most say yes, some no, some nothing. */
export async function answerProposals({ house, chance, browserOf, programme }: Actors): Promise<void> {
  for (const { id, person } of await house.read((db) => unansweredIn(db, programme))) {
    const draw = chance()
    if (draw < 0.75) await post(await browserOf(person), `/partnerships/${id}/acceptance`)
    else if (draw < 0.85) await post(await browserOf(person), `/partnerships/${id}/refusal`)
  }
}

const sides = ['mentor', 'mentee'] as const

/** What the two of a pair do on a day: read the briefing, sign, meet or not, leave, close. */
export async function livePairs(actors: Actors): Promise<void> {
  for (const pair of await actors.house.read((db) => pairsUnderWay(db, actors.programme))) await livePair(actors, pair)
}

async function livePair(actors: Actors, pair: PairUnderWay): Promise<void> {
  const { chance, browserOf } = actors
  const path = `/partnerships/${pair.id}`
  if (chance() < 0.004) {
    await post(await browserOf(chance() < 0.5 ? pair.mentor : pair.mentee), `${path}/ending`, {
      text: '2',
      again: chance() < 0.5 ? 'yes' : 'no',
    })
    return
  }
  if (pair.stage === 'induct')
    await both(actors, pair, 0.5, (browser) => post(browser, `${path}/confirmations`, { stage: 'induct', criterion: 'briefed' }))
  if (pair.stage === 'agree') await agree(actors, pair)
  if (pair.stage === 'active' || pair.stage === 'review') await meet(actors, pair)
}

async function both(actors: Actors, pair: PairUnderWay, likely: number, deed: (browser: Browser) => Promise<unknown>): Promise<void> {
  for (const side of sides) if (actors.chance() < likely) await deed(await actors.browserOf(pair[side]))
}

async function agree({ house, chance, browserOf }: Actors, pair: PairUnderWay): Promise<void> {
  const path = `/partnerships/${pair.id}/agreement`
  const mentee = await browserOf(pair.mentee)
  const scope = { door: 'person' as const, person: pair.mentee, home: pair.organisation, organisations: [], programmes: [] }
  const read = () => house.database.read(scope, (db) => versionsOf(db, pair.id))
  if ((await read()).length === 0)
    await post(mentee, `${path}/text`, { id: realHands.newId(), from: '0', 'goal-0': 'Speak', 'clause-purpose': 'To speak' })
  const [newest] = await read()
  for (const side of sides) {
    if (newest && chance() < 0.6) await post(await browserOf(pair[side]), `${path}/signatures`, { version: newest.id })
  }
}

const meetingEveryDays = 20

/** Now and then they meet, and one or both tell it; some pairs fall silent; some have done what they wanted. */
async function meet({ house, chance, browserOf, met }: Actors, pair: PairUnderWay): Promise<void> {
  const isSilent = pair.id.charCodeAt(pair.id.length - 1) % 9 === 0
  const days = pair.lastContactAt.until(house.now()).total('hours') / 24
  if (!isSilent && days >= meetingEveryDays * (0.6 + chance())) {
    const day = inDays(house).toString()
    const isBoth = chance() < 0.5
    const told = { day, zone: 'UTC', minutes: chance() < 0.9 ? '60' : '45' }
    await post(await browserOf(pair.mentor), `/partnerships/${pair.id}/meeting-log`, { id: realHands.newId(), ...told })
    if (isBoth)
      await post(await browserOf(pair.mentee), `/partnerships/${pair.id}/meeting-log`, { id: realHands.newId(), ...told, minutes: '60' })
    met.add(pair.id)
  }
  if (pair.meetingsHeld >= 7 && chance() < 0.1) {
    await post(await browserOf(pair.mentee), `/partnerships/${pair.id}/confirmations`, { stage: 'active', criterion: 'closing' })
  }
}

/** Reviews are answered by most. */
export async function answerReviews({ house, chance, browserOf, programme }: Actors): Promise<void> {
  for (const { id } of await house.read((db) => reviewsWaiting(db, { programme }))) {
    for (const side of sides) {
      const review = await house.read((db) => findReview(db, id))
      if (!review || review.asked[side] === undefined || review.answered.includes(side) || chance() > 0.25) continue
      await post(await browserOf(review[side]), `/reviews/${id}`, { id: realHands.newId(), ...answersOf(review.form, chance) })
    }
  }
}

function answersOf(form: PathwayForm, chance: () => number): Record<string, string> {
  const choose = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? ''
  const of: Record<string, () => string> = {
    scale: () => choose(['2', '3', '4', '5', '5', '4']),
    'yes-no': () => choose(['yes', 'no']),
    attainment: () => choose(['-1', '0', '1', '2']),
    'nought-to-ten': () => choose(['6', '8', '9', '10']),
    whole: () => '3',
    date: () => '2027-01-01',
    text: () => 'Fine',
  }
  return Object.fromEntries(
    form.questions.map(({ key, kind, choices }) => [`answer-${key}`, of[kind]?.() ?? choose(choices.map((one) => one.key))]),
  )
}
