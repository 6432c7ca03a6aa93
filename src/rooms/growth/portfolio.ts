import { gone } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { otherSide, type Side, sideOf } from '#partnerships/partnership'
import { findPartnership } from '#partnerships/reads'
import { findProgramme } from '#programmes/reads'
import { type Assessment, latestBy, type OpportunityKind, type OutcomeSaid, type Rating } from './growth.ts'
import { opportunitiesFor } from './opportunity-reads.ts'
import { leftOut } from './portfolio-reads.ts'
import { goalsOfPerson, stepsDoneBy } from './reads.ts'
import { type Skill, skillsOfPerson } from './skill-reads.ts'

/** Where something comes from: the programme's name, and the partner by their side alone. */
type From = { programme: string | null; partner: Side }
/** `ids` are those that a choice to leave it out is kept by; the same skill in two partnerships is one item with two. */
type Item = { ids: readonly string[]; isIn: boolean }

export type PortfolioGoal = Item &
  From & {
    text: string
    shownBy: string | null
    setAt: Temporal.Instant
    kept: boolean
    shared: boolean
    mine: Rating | undefined
    partners: Rating | undefined
  }
export type PortfolioSkill = Item & { text: string; assessments: readonly (Assessment & { from: Side | 'self' })[] }
export type PortfolioStep = Item & From & { text: string; dueOn: Temporal.PlainDate; doneAt: Temporal.Instant }
export type PortfolioOpportunity = Item &
  From & { kind: OpportunityKind; text: string; at: Temporal.Instant; outcomes: readonly OutcomeSaid[] }

/** What somebody takes along, of every partnership and programme that they were ever in. */
export type Portfolio = {
  goals: readonly PortfolioGoal[]
  skills: readonly PortfolioSkill[]
  steps: readonly PortfolioStep[]
  opportunities: readonly PortfolioOpportunity[]
}

export const sorts = ['goals', 'skills', 'steps', 'opportunities'] as const

/** What was destroyed with its pair's key is no part of anybody's portfolio any more. */
const isThere = ({ text }: { text: string }) => text !== gone

/** The asker's own portfolio; what they leave out is in it with `isIn: false`. Of the partner only what was said to the asker. */
export async function portfolioOf(db: Db, person: string): Promise<Portfolio> {
  const out = await leftOut(db, person)
  const item = (...ids: string[]): Item => ({ ids, isIn: ids.some((id) => !out.has(id)) })
  const goals = (await goalsOfPerson(db, person)).filter(isThere)
  const skills = (await skillsOfPerson(db, person)).filter(isThere)
  const steps = (await stepsDoneBy(db, person)).filter(isThere)
  const opened = (await opportunitiesFor(db, person)).filter(isThere)
  const from = await fromOf(db, person, [...goals, ...skills, ...steps, ...opened])
  return {
    goals: goals.map(({ id, partnership, text, shownBy, madeAt, kept, ofPerson, ratings }) => ({
      ...item(id),
      ...from(partnership),
      ...{ text, shownBy, setAt: madeAt, kept, shared: ofPerson === null },
      mine: latestBy(ratings, person),
      partners: ratings.find(({ by }) => by !== person),
    })),
    skills: united(skills).map((same) => ({
      ...item(...same.map(({ id }) => id)),
      text: same[0]?.text ?? '',
      assessments: same
        .filter(({ id }) => !out.has(id) || same.every((one) => out.has(one.id)))
        .flatMap(({ partnership, assessments }) =>
          assessments.map((one) => ({ ...one, from: one.by === person ? ('self' as const) : from(partnership).partner })),
        )
        .sort((one, other) => Temporal.Instant.compare(one.at, other.at)),
    })),
    steps: steps.map(({ id, partnership, text, dueOn, since }) => ({ ...item(id), ...from(partnership), text, dueOn, doneAt: since })),
    opportunities: opened.map(({ id, partnership, kind, text, madeAt, outcomes }) => ({
      ...item(id),
      ...from(partnership),
      ...{ kind, text, at: madeAt, outcomes },
    })),
  }
}

/** The same portfolio without what its owner leaves out: what goes into their file. */
export function withoutLeftOut({ goals, skills, steps, opportunities }: Portfolio): Portfolio {
  const isIn = (item: Item) => item.isIn
  return {
    goals: goals.filter(isIn),
    skills: skills.filter(isIn),
    steps: steps.filter(isIn),
    opportunities: opportunities.filter(isIn),
  }
}

/** The same topic, named in two partnerships, is one skill over time. */
function united(skills: readonly Skill[]): Skill[][] {
  return [...Map.groupBy(skills, ({ text }) => text).values()]
}

async function fromOf(db: Db, person: string, items: readonly { partnership: string }[]): Promise<(partnership: string) => From> {
  const known = new Map<string, From>()
  for (const id of new Set(items.map(({ partnership }) => partnership))) {
    const pair = await findPartnership(db, id)
    const side = pair && sideOf(pair, person)
    if (!pair || !side) continue
    known.set(id, { programme: (await findProgramme(db, pair.programme))?.name ?? null, partner: otherSide(side) })
  }
  return (partnership) => known.get(partnership) ?? { programme: null, partner: 'mentor' }
}
