import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import type { OfTwo } from '#partnerships/of-two'
import type { Side } from '#partnerships/partnership'
import { Hidden, Radios, TextArea, TextField } from '#ui/field'
import { twoChoices } from './around.tsx'
import { limits } from './growth.ts'
import { apart } from './words-of.ts'

/** What a form of a pair's page is drawn from. */
export type FormOfTwo = { say: Say; two: OfTwo; again: Again | undefined; formId: string }

/** Whether what was sent again is this form's: each has a field that the other has not. */
const sentAgain = (again: Again | undefined, field: string) => (again?.values[field] === undefined ? undefined : again)

export function NewGoal({ say, two, again: sent, formId, isFirst }: FormOfTwo & { isFirst: boolean }) {
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
      <form method="post" action={`/partnerships/${two.pair.id}/goals`} class="card" autocomplete="off">
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

export function NewStep({ say, two, again: sent, formId }: FormOfTwo) {
  const again = sentAgain(sent, 'dueOn')
  return (
    <details open={again !== undefined}>
      <summary>{say('page.growth.step-add')}</summary>
      <form method="post" action={`/partnerships/${two.pair.id}/next-steps`} class="card" autocomplete="off">
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
