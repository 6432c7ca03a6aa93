import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { ofTwo } from '#partnerships/of-two'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Above, WhoReads } from './around.tsx'
import { GoalCard } from './goal-card.tsx'
import { type FormOfTwo, NewGoal, NewStep } from './goals-forms.tsx'
import { limits } from './growth.ts'
import { opportunitiesOf } from './opportunity-reads.ts'
import { closedNextSteps, findStep, type Goal, goalsOf, type NextStep, openNextSteps } from './reads.ts'
import { skillsOf } from './skill-reads.ts'
import { ClosedSteps, OpenSteps } from './steps-list.tsx'
import { apart } from './words-of.ts'

/** What a pair works towards and does next; for the two alone. */
export async function goalsPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const id = params.partnership ?? (await findStep(db, params.step ?? ''))?.partnership ?? ''
  const two = await ofTwo(db, id)
  const goals = await goalsOf(db, id)
  const [open, closed] = [await openNextSteps(db, id), await closedNextSteps(db, id)]
  const counts = { skills: (await skillsOf(db, id)).length, opportunities: (await opportunitiesOf(db, id)).length }
  const title = say('page.growth.title', { name: apart(two.partner.name) })
  const form: FormOfTwo = { say, two, again, formId }
  const body = (
    <>
      <Above say={say} two={two} />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <WhoReads say={say} two={two} />
      <Goals {...form} goals={goals} />
      <Steps {...form} now={db.now} open={open} closed={closed} />
      <More say={say} id={id} counts={counts} />
    </>
  )
  return { title, body }
}

function Goals({ goals, ...form }: FormOfTwo & { goals: readonly Goal[] }) {
  const { say, two } = form
  const kept = goals.filter((goal) => goal.kept)
  const isLive = two.pair.endedAt === null
  const isFull = kept.length >= limits.goalsMax
  return (
    <>
      <h2 id="goals">{say('page.growth.goals')}</h2>
      {kept.length === 0 ? (
        <Empty>
          <p>{say('page.growth.no-goals')}</p>
        </Empty>
      ) : null}
      {kept.map((goal) => (
        <GoalCard say={say} two={two} goal={goal} />
      ))}
      {isLive && !isFull ? <NewGoal {...form} isFirst={kept.length === 0} /> : null}
      {isLive && isFull ? <p class="soft">{say('page.growth.goals-full', { max: limits.goalsMax })}</p> : null}
      <Dropped say={say} goals={goals.filter((goal) => !goal.kept)} />
    </>
  )
}

function Dropped({ say, goals }: { say: Say; goals: readonly Goal[] }) {
  if (goals.length === 0) return null
  return (
    <details>
      <summary>{say('page.growth.dropped', { count: goals.length })}</summary>
      <ul>
        {goals.map((goal) => (
          <li>
            <a href={`/goals/${goal.id}`} dir="auto">
              {goal.text}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

type StepsProps = FormOfTwo & { now: Temporal.Instant; open: readonly NextStep[]; closed: readonly NextStep[] }

function Steps({ now, open, closed, ...form }: StepsProps) {
  const { say, two } = form
  const hasRoom = two.pair.endedAt === null && open.length < limits.stepsOpenMax
  return (
    <>
      <h2 id="next-steps">{say('page.growth.steps')}</h2>
      {open.length === 0 ? <p class="soft">{say('page.growth.no-steps')}</p> : null}
      <OpenSteps say={say} two={two} now={now} steps={open} />
      {hasRoom ? <NewStep {...form} /> : null}
      <ClosedSteps say={say} two={two} now={now} steps={closed} />
    </>
  )
}

/** The ways on, each with how much there is. */
function More({ say, id, counts }: { say: Say; id: string; counts: { skills: number; opportunities: number } }) {
  return (
    <>
      <h2>{say('page.growth.more')}</h2>
      <ul>
        <li>
          <a href={`/partnerships/${id}/skills`}>{say('page.growth.skills-count', { count: counts.skills })}</a>
        </li>
        <li>
          <a href={`/partnerships/${id}/skills#opportunities`}>{say('page.growth.opportunities-count', { count: counts.opportunities })}</a>
        </li>
        <li>
          <a href="/portfolio">{say('page.growth.to-portfolio')}</a>
        </li>
      </ul>
    </>
  )
}
