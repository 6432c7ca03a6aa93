import { latinDigits, textsOf, type Values } from '#ground/form'
import { type Say, sayKey } from '#ground/words'
import { Notice } from '#ui/notice'
import { comparable, criteria, type Rules } from './rules.ts'

type Answer = { field: string; label: string; value: string; said: string }

/** What a colleague put in force meanwhile, where it differs from what was typed here. */
export function Theirs({ say, rules, typed }: { say: Say; rules: Rules; typed: Values }) {
  const differing = answersOf(say, rules).filter(({ field, value }) => latinDigits(textsOf(typed, field).join(' ')).trim() !== value)
  return (
    <Notice kind="wait">
      <p>{say('page.rules.theirs')}</p>
      <ul>
        {differing.map(({ label, said }) => (
          <li>
            {label}: {said}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Every rule as the page's field holds it, and as a reader reads it. */
function answersOf(say: Say, { hard, weights, preferences, bestLevel }: Rules): Answer[] {
  const choice = (field: string, value: string): Answer => ({
    field,
    label: sayKey(say, `rule.${field}`),
    value,
    said: sayKey(say, `rule.${field}.${value}`),
  })
  const number = (field: string, value: number | null): Answer => ({
    field,
    label: sayKey(say, `rule.${field}`),
    value: value === null ? '' : String(value),
    said: value === null ? '–' : say.number(value),
  })
  return [
    choice('lineManagement', hard.lineManagement),
    choice('sameUnit', hard.sameUnit),
    choice('grades', hard.grades?.mentorStands ?? 'any'),
    number('gradesMin', hard.grades?.min ?? 0),
    number('bestMin', bestLevel.min),
    number('bestMax', bestLevel.max),
    number('languagesInCommonMin', hard.languagesInCommonMin),
    number('hoursInCommonMin', hard.hoursInCommonMin),
    {
      field: 'sameRequired',
      label: say('rule.sameRequired'),
      value: hard.sameRequired.join(' '),
      said: hard.sameRequired.length === 0 ? '–' : say.list(hard.sameRequired.map((one) => sayKey(say, `criterion.${one}`))),
    },
    ...criteria.map((one) => answer(say, one, `weight-${one}`, weights[one], `weight.${weights[one]}`)),
    ...comparable.map((one) => answer(say, one, `prefer-${one}`, preferences[one], `prefer.${preferences[one]}`)),
  ]
}

function answer(say: Say, criterion: string, field: string, value: string, key: string): Answer {
  return { field, label: sayKey(say, `criterion.${criterion}`), value, said: sayKey(say, key) }
}
