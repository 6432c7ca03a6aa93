import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import type { Side } from '#partnerships/partnership'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextArea, TextField } from '#ui/field'
import { Above, twoChoices, WhoReads } from './around.tsx'
import { GoalCard } from './goal-card.tsx'
import { limits } from './growth.ts'
import { closedNextSteps, findStep, goalsOf, openNextSteps } from './reads.ts'
import { opportunitiesOf, skillsOf } from './skill-reads.ts'
import { ClosedSteps, OpenSteps } from './steps-list.tsx'
import { apart } from './words-of.ts'

type Seen = { say: Say; two: OfTwo; again: Again | undefined; formId: string }

/** What a pair works towards and does next; for the two alone. */
export async function goalsPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const id = params.partnership ?? (await findStep(db, params.step ?? ''))?.partnership ?? ''
  const two = await ofTwo(db, id)
  const goals = await goalsOf(db, id)
  const [kept, dropped] = [goals.filter((goal) => goal.kept), goals.filter((goal) => !goal.kept)]
  const open = await openNextSteps(db, id)
  const closed = await closedNextSteps(db, id)
  const skills = (await skillsOf(db, id)).length
  const opened = (await opportunitiesOf(db, id)).length
  const isLive = two.pair.endedAt === null
  const seen: Seen = { say, two, again, formId }
  const body = (
    <>
      <Above say={say} two={two} />
      <h1>{say('page.growth.title', { name: apart(two.partner.name) })}</h1>
      <ErrorSummary say={say} again={again} />
      <WhoReads say={say} two={two} />
      <h2 id="goals">{say('page.growth.goals')}</h2>
      {kept.length === 0 ? (
        <Empty>
          <p>{say('page.growth.no-goals')}</p>
        </Empty>
      ) : null}
      {kept.map((goal) => (
        <GoalCard say={say} two={two} goal={goal} />
      ))}
      {isLive && kept.length < limits.goalsMax ? <NewGoal {...seen} isFirst={kept.length === 0} /> : null}
      {isLive && kept.length >= limits.goalsMax ? <p class="soft">{say('page.growth.goals-full', { max: limits.goalsMax })}</p> : null}
      {dropped.length === 0 ? null : (
        <details>
          <summary>{say('page.growth.dropped', { count: dropped.length })}</summary>
          <ul>
            {dropped.map((goal) => (
              <li>
                <a href={`/goals/${goal.id}`} dir="auto">
                  {goal.text}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <h2 id="next-steps">{say('page.growth.steps')}</h2>
      {open.length === 0 ? <p class="soft">{say('page.growth.no-steps')}</p> : null}
      <OpenSteps say={say} two={two} now={db.now} steps={open} />
      {isLive && open.length < limits.stepsOpenMax ? <NewStep {...seen} /> : null}
      <ClosedSteps say={say} two={two} now={db.now} steps={closed} />
      <h2>{say('page.growth.more')}</h2>
      <ul>
        <li>
          <a href={`/partnerships/${id}/skills`}>{say('page.growth.skills-count', { count: skills })}</a>
        </li>
        <li>
          <a href={`/partnerships/${id}/skills#opportunities`}>{say('page.growth.opportunities-count', { count: opened })}</a>
        </li>
        <li>
          <a href="/portfolio">{say('page.growth.to-portfolio')}</a>
        </li>
      </ul>
    </>
  )
  return { title: say('page.growth.title', { name: apart(two.partner.name) }), body }
}

/** Whether what was sent again is this form's: each has a field that the other has not. */
const sentAgain = (again: Again | undefined, field: string) => (again?.values[field] === undefined ? undefined : again)

function NewGoal({ say, two, again: sent, formId, isFirst }: Seen & { isFirst: boolean }) {
  const again = sentAgain(sent, 'of')
  const label = (value: Side) =>
    say('page.growth.goal-of', { whose: value === two.side ? 'mine' : 'theirs', name: apart(two.partner.name) })
  const choices = [
    ...(['mentee', 'mentor'] as const).map((value) => ({ value, label: label(value) })),
    { value: 'both', label: say('page.growth.goal-of-both') },
  ]
  return (
    <details open={isFirst || again !== undefined}>
      <summary>{say('page.growth.goal-add')}</summary>
      <form method="post" action={`/partnerships/${two.pair.id}/goals`} class="card">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextArea
          say={say}
          again={again}
          name="text"
          label={say('page.growth.goal-text')}
          hint={say('page.growth.goal-hint')}
          seen={say('seen.two')}
          maxlength={limits.textCharsMax}
          rows={3}
        />
        <TextArea
          say={say}
          again={again}
          name="shownBy"
          label={say('page.growth.goal-shown-by')}
          hint={say('page.growth.goal-shown-by-hint')}
          maxlength={limits.textCharsMax}
          rows={3}
          optional
        />
        <Radios say={say} again={again} name="of" label={say('page.growth.goal-whose')} choices={choices} value="mentee" row />
        <button type="submit">{say('page.growth.goal-save')}</button>
      </form>
    </details>
  )
}

function NewStep({ say, two, again: sent, formId }: Seen) {
  const again = sentAgain(sent, 'dueOn')
  return (
    <details open={again !== undefined}>
      <summary>{say('page.growth.step-add')}</summary>
      <form method="post" action={`/partnerships/${two.pair.id}/next-steps`} class="card">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField
          say={say}
          again={again}
          name="step"
          label={say('page.growth.step-text')}
          seen={say('seen.two')}
          maxlength={limits.stepCharsMax}
        />
        <Radios
          say={say}
          again={again}
          name="owner"
          label={say('page.growth.step-owner')}
          choices={twoChoices(say, two)}
          value={two.side}
          row
        />
        <TextField say={say} again={again} name="dueOn" label={say('page.growth.step-due')} hint={say('page.growth.step-due-hint')} short />
        <button type="submit" class="second">
          {say('page.growth.step-save')}
        </button>
      </form>
    </details>
  )
}
