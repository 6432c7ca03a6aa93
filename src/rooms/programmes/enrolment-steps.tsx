import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Tag } from '#ui/notice'
import { When } from '#ui/when'
import type { Pathway } from './pathway.ts'
import { sayTexts } from './pathway-forms.ts'
import type { Enrolment } from './programme.ts'
import { isCoordinators, personSteps } from './programme-road.ts'
import type { EnrolmentStep } from './step-reads.ts'

type StepsProps = { say: Say; pathway: Pathway; enrolment: Enrolment; steps: readonly EnrolmentStep[]; own: boolean; coordinates: boolean }

/** What is confirmed of one person before they are paired: what they say themselves, and what the coordinator looks at. */
export function EnrolmentSteps({ say, pathway, enrolment, steps, own, coordinates }: StepsProps) {
  const asked = personSteps(pathway, enrolment.side)
  if (asked.length === 0) return null
  return (
    <>
      <h2>{say('page.enrolment.steps')}</h2>
      <ul>
        {asked.map(({ stage, criterion }) => {
          const step = steps.find((one) => one.stage === stage.key && one.criterion === criterion.key)
          const may = enrolment.withdrawnAt === null && (isCoordinators(criterion) ? coordinates : own)
          return (
            <li>
              {sayTexts(say, criterion.says)}{' '}
              {step ? (
                <>
                  <Tag kind="good">{say('page.pathway.done')}</Tag> <When say={say} at={step.at} day />
                </>
              ) : may ? (
                <Button
                  action={`/enrolments/${enrolment.id}/steps`}
                  fields={{ stage: stage.key, criterion: criterion.key }}
                  label={say('page.pathway.confirm')}
                  of={sayTexts(say, criterion.says)}
                  kind="second"
                  little
                />
              ) : (
                <Tag kind={criterion.level === 'must' ? 'wait' : undefined}>
                  {say(isCoordinators(criterion) ? 'page.enrolment.by-coordinator' : 'page.enrolment.by-person')}
                </Tag>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
