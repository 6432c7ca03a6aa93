import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { TextArea } from '#ui/field'
import { Card, Tag } from '#ui/notice'
import { When } from '#ui/when'
import { sayTexts } from './pathway-forms.ts'
import { isMet, unmetOf } from './pathway-moves.ts'
import { sayCriterion } from './pathway-say.ts'
import { programmeMoves } from './programme-road.ts'
import type { ProgrammeStanding } from './step-reads.ts'

type StagesProps = { say: Say; programme: string; standing: ProgrammeStanding; again: Again | undefined }

export const reasonCharsMax = 500

/** Where the programme itself stands before its pairs: what is confirmed, what is not yet, and on to the next stage. */
export function ProgrammeStages({ say, programme, standing, again }: StagesProps) {
  const { stage, pathway, facts, steps } = standing
  if (stage.of !== 'programme') return <p>{say('page.pathway.pairs-take-over')}</p>
  const unmet = unmetOf(stage, facts).length
  const labelOf = (key: string, done: boolean) =>
    done ? say('page.pathway.done') : say(key === 'places' ? 'page.pathway.not-yet' : 'page.pathway.open')
  return (
    <Card now>
      <h2>{say('page.pathway.stands', { stage: sayTexts(say, stage.name) })}</h2>
      <ul>
        {stage.leave.map((criterion) => {
          const step = criterion.what === 'confirmed' ? steps.find((one) => one.criterion === criterion.key) : undefined
          const done = isMet(criterion, facts)
          return (
            <li>
              {criterion.what === 'confirmed' ? sayTexts(say, criterion.says) : sayCriterion(say, pathway, criterion)}{' '}
              <Tag kind={done ? 'good' : 'wait'}>{labelOf(criterion.what, done)}</Tag> {step ? <When say={say} at={step.at} day /> : null}
              {criterion.what === 'places' && facts.placesPerHundred !== null ? (
                <span class="small soft"> {say('page.pathway.places-now', { places: facts.placesPerHundred })}</span>
              ) : null}
              {criterion.what === 'confirmed' && !step ? (
                <Button
                  action={`/programmes/${programme}/steps`}
                  fields={{ stage: stage.key, criterion: criterion.key }}
                  label={say('page.pathway.confirm')}
                  of={sayTexts(say, criterion.says)}
                  kind="second"
                  little
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {programmeMoves(pathway, stage.key).map((to) => (
        <form method="post" action={`/programmes/${programme}/stages`}>
          <input type="hidden" name="from" value={stage.key} />
          <input type="hidden" name="to" value={to.key} />
          {unmet > 0 ? (
            <TextArea say={say} name="reason" label={say('page.pathway.reason')} rows={2} maxlength={reasonCharsMax} again={again} />
          ) : null}
          <button type="submit" class={unmet > 0 ? 'second' : undefined}>
            {say(unmet > 0 ? 'page.pathway.move-anyway' : 'page.pathway.move', { stage: sayTexts(say, to.name) })}
          </button>
        </form>
      ))}
    </Card>
  )
}
