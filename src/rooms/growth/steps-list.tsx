import type { Markup } from '#ground/route'
import { dayOf, sayBy } from '#ground/when'
import type { Say } from '#ground/words'
import type { OfTwo } from '#partnerships/of-two'
import { Button } from '#ui/button'
import { Tag } from '#ui/notice'
import { sayWho } from './around.tsx'
import type { NextStep } from './reads.ts'
import { apart } from './words-of.ts'

type StepsProps = { say: Say; two: OfTwo; now: Temporal.Instant; steps: readonly NextStep[] }

/** What is to be done, by whom and by when; a day that has passed is said without reproach. */
export function OpenSteps({ say, two, now, steps }: StepsProps) {
  const today = dayOf(say, now)
  return (
    <ul class="plain">
      {steps.map((step) => (
        <li class="card">
          <p dir="auto">{step.text}</p>
          <p class="small soft">
            {say('page.growth.step-who', { name: sayWho(say, two, step.owner), by: sayBy(say, step.dueOn, today) })}{' '}
            {Temporal.PlainDate.compare(step.dueOn, today) < 0 ? <Tag kind="wait">{say('page.growth.step-passed')}</Tag> : null}
          </p>
          {two.pair.endedAt === null ? (
            <div class="deeds">
              <Mark say={say} step={step} state="done" />
              <Mark say={say} step={step} state="dropped" />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** What is done or let go, with a way back. */
export function ClosedSteps({ say, two, steps }: StepsProps): Markup {
  if (steps.length === 0) return null
  return (
    <details>
      <summary>{say('page.growth.steps-closed', { count: steps.length })}</summary>
      <ul class="plain">
        {steps.map((step) => (
          <li class="deeds">
            <span>
              <bdi>{step.text}</bdi> <Tag kind={step.state === 'done' ? 'good' : undefined}>{say(`label.step.${step.state}`)}</Tag>{' '}
              <span class="small soft">{sayWho(say, two, step.owner)}</span>
            </span>
            {two.pair.endedAt === null ? <Mark say={say} step={step} state="open" /> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Mark({ say, step, state }: { say: Say; step: NextStep; state: NextStep['state'] }) {
  return (
    <Button
      action={`/next-steps/${step.id}/state`}
      label={say(`page.growth.step-${state}`)}
      fields={{ state }}
      of={apart(step.text)}
      kind={state === 'done' ? 'second' : 'quiet'}
      little
    />
  )
}
