import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { dayOf } from '#ground/when'
import type { Say } from '#ground/words'
import { topicName } from '#people/topics'
import type { Rating } from './growth.ts'
import { type Portfolio, portfolioOf, withoutLeftOut } from './portfolio.ts'

/** What the file calls its shape; a change that a reader would stumble over gets the next number. */
const format = 'lampline-portfolio/1'

/**
 * A portfolio as data. Days are ISO dates in the person's zone; `value` is attainment from -2 to 2, `level` 1 to 5; `by` and
 * `openedBy` are `self`, `mentor` or `mentee`; `kind` and `outcome` are the words of `growth.ts`; what is not known is null.
 */
export function portfolioData(say: Say, name: string, now: Temporal.Instant, { goals, skills, steps, opportunities }: Portfolio) {
  const day = (at: Temporal.Instant) => dayOf(say, at).toString()
  const rating = (said: Rating | undefined) => (said === undefined ? null : { value: said.value, on: day(said.at) })
  return {
    format,
    about: say('page.portfolio.about'),
    person: name,
    madeOn: day(now),
    goals: goals.map(({ programme, partner, text, shownBy, setAt, kept, shared, mine, partners }) => ({
      ...{ programme, text, shownBy, setOn: day(setAt), kept, shared },
      attainment: { self: rating(mine), partner: partners === undefined ? null : { by: partner, ...rating(partners) } },
    })),
    skills: skills.map(({ text, assessments }) => ({
      name: topicName(say, text),
      key: text,
      assessments: assessments.map(({ from, level, note, at }) => ({ by: from, level, note, on: day(at) })),
    })),
    nextSteps: steps.map(({ programme, text, dueOn, doneAt }) => ({ programme, text, dueOn: dueOn.toString(), doneOn: day(doneAt) })),
    opportunities: opportunities.map(({ programme, partner, kind, text, at, outcomes }) => ({
      ...{ programme, openedBy: partner, kind, text, on: day(at) },
      outcomes: outcomes.map((said) => ({ outcome: said.outcome, text: said.text, on: day(said.at) })),
    })),
  }
}

/** The asker's own portfolio as a file of data. */
export async function portfolioJson(db: Db, { say, me }: Asked): Promise<FileOut> {
  const { person, name } = found(me)
  const data = portfolioData(say, name, db.now, withoutLeftOut(await portfolioOf(db, person)))
  return { name: 'portfolio.json', type: 'application/json', bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`) }
}
