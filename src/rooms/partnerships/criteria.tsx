import type { Say } from '#ground/words'
import type { Criterion, Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { isMet } from '#programmes/pathway-moves'
import { sayCriterion } from '#programmes/pathway-say'
import { Button } from '#ui/button'
import { Tag } from '#ui/notice'
import type { Standing } from './advance.ts'
import { ownPart, standOf } from './pair-stands.ts'
import { type Side, sides } from './partnership.ts'

/** What is waited for, in a sentence: what somebody confirms in the words that they confirm, the rest as the pathway's page says it. */
export function sayWaited(say: Say, { sides }: Pick<Pathway, 'sides'>, criterion: Criterion): string {
  return criterion.what === 'confirmed' ? sayTexts(say, criterion.says) : sayCriterion(say, { sides }, criterion)
}

type ForSide = { say: Say; standing: Standing; side: Side; partnership: string; isHeld: boolean }

/** What the stage waits for, as one of the two reads it: what is met, what is theirs, what waits. */
export function CriteriaFor({ say, standing, side, partnership, isHeld }: ForSide) {
  const { stage } = standing
  if (stage.leave.length === 0) return null
  return (
    <>
      <p>{say(stage.leaveWhen === 'any' ? 'page.pair.leaves.any' : 'page.pair.leaves.all')}</p>
      <ul>
        {stage.leave.map((criterion) => {
          const stand = standOf(criterion, standing, side)
          // What may be said whenever one likes, and what rests, waits for nobody.
          const shown = stand === 'mine' && (isHeld || stage.leaveWhen === 'any') ? 'both' : stand
          const mayConfirm = ownPart(criterion, standing, side) === 'open' && stand === 'mine' && stage.leaveWhen === 'any' && !isHeld
          return (
            <li>
              {sayWaited(say, standing.pathway, criterion)}{' '}
              <Tag kind={shown === 'met' ? 'good' : shown === 'mine' ? 'wait' : undefined}>{say(`page.pair.stand.${shown}`)}</Tag>
              {mayConfirm && criterion.what === 'confirmed' ? (
                <Button
                  action={`/partnerships/${partnership}/confirmations`}
                  label={say('page.pair.confirm')}
                  kind="second"
                  little
                  of={sayWaited(say, standing.pathway, criterion)}
                  fields={{ stage: stage.key, criterion: criterion.key }}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

type ForCoordinator = { say: Say; standing: Standing; names: Readonly<Record<Side, string>>; partnership: string }

/** The same for the coordinator: by whom each is met, and the buttons of what the coordinator confirms. */
export function CriteriaOfPair({ say, standing, names, partnership }: ForCoordinator) {
  const { stage, facts } = standing
  if (stage.leave.length === 0) return null
  return (
    <ul>
      {stage.leave.map((criterion) => {
        const met = isMet(criterion, facts)
        const by = criterion.what === 'confirmed' ? [...(facts.confirmed.get(criterion.key) ?? [])] : []
        const who = by.map((doer) => (doer === 'coordinator' ? say('page.course.coordinator') : names[doer]))
        return (
          <li>
            {sayWaited(say, standing.pathway, criterion)}{' '}
            <Tag kind={met ? 'good' : 'wait'}>{say(met ? 'page.pair.stand.met' : 'page.course.unmet')}</Tag>
            {who.length > 0 ? <span class="soft small"> {say('page.course.by', { who: say.list(who) })}</span> : null}
            {criterion.what === 'confirmed' && criterion.by === 'coordinator' && !met ? (
              <Button
                action={`/partnerships/${partnership}/confirmations`}
                label={say('page.pair.confirm')}
                kind="second"
                little
                of={sayWaited(say, standing.pathway, criterion)}
                fields={{ stage: stage.key, criterion: criterion.key }}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Both sides' names, by their side. */
export const namesOf = (people: Readonly<Record<Side, { name: string }>>, of: (name: string) => string) =>
  Object.fromEntries(sides.map((side) => [side, of(people[side].name)])) as Record<Side, string>
