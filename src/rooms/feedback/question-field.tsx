import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { type Question, sayTexts } from '#programmes/pathway-forms'
import { Radios, TextArea, TextField, Ticks } from '#ui/field'
import { choicesOf, fieldOf, scaleMax } from './read-answers.ts'
import { limits } from './review.ts'

type QuestionProps = { say: Say; question: Question; again?: Again | undefined; value?: string; partner: string }

const attainments = [2, 1, 0, -1, -2] as const
const attainmentWords = ['muchMore', 'more', 'as', 'less', 'muchLess'] as const
const sayAttainment = (say: Say, level: number) => say('scale.attainment', { level: attainmentWords[2 - level] ?? 'as' })
const tenths = Array.from({ length: 11 }, (_, at) => at)

/** A question of a form that is data, as its kind wants it; who may see the answer stands with it. */
export function QuestionField({ say, question, again, value, partner }: QuestionProps) {
  const common = {
    say,
    again,
    name: fieldOf(question),
    label: sayTexts(say, question.ask),
    seen: say(`seen.answer.${question.seen}`, { name: partner }),
    ...(question.hint ? { hint: sayTexts(say, question.hint) } : {}),
    ...(question.required ? {} : { optional: true }),
    ...(value === undefined ? {} : { value }),
  }
  switch (question.kind) {
    case 'text':
      return <TextArea {...common} rows={3} maxlength={limits.wordsCharsMax} />
    case 'date':
      return <TextField {...common} hint={say('page.date-hint')} short />
    case 'whole':
      return <TextField {...common} inputmode="numeric" short />
    case 'choices':
      return <Ticks {...common} choices={question.choices.map(({ key, says }) => ({ value: key, label: sayTexts(say, says) }))} />
    case 'scale':
      return (
        <Radios
          {...common}
          choices={downFrom(scaleMax).map((n) => ({ value: String(n), label: say(`scale.${n as 1 | 2 | 3 | 4 | 5}`) }))}
        />
      )
    case 'attainment':
      return <Radios {...common} choices={attainments.map((n) => ({ value: String(n), label: sayAttainment(say, n) }))} />
    case 'nought-to-ten':
      return (
        <Radios
          {...common}
          row
          hint={say('scale.nought-to-ten')}
          choices={tenths.map((n) => ({ value: String(n), label: say.number(n) }))}
        />
      )
    default:
      return <Radios {...common} choices={choicesOf(question).map((key) => ({ value: key, label: sayChoice(say, question, key) }))} />
  }
}

const downFrom = (most: number) => Array.from({ length: most }, (_, at) => most - at)

/** What somebody chose, in words. */
export function sayChoice(say: Say, question: Question, key: string): string {
  if (question.kind === 'yes-no') return say('scale.yes-no', { choice: key })
  const found = question.choices.find((one) => one.key === key)
  return found ? sayTexts(say, found.says) : key
}

/** An answer as its reader reads it: words as written, a number in its own words. */
export function sayAnswer(say: Say, question: Question, { choice, words }: { choice: unknown; words: string | null }): string {
  if (words !== null) return words
  if (Array.isArray(choice)) return say.list(choice.map((key) => sayChoice(say, question, String(key))))
  if (question.kind === 'scale') return say(`scale.${Number(choice) as 1 | 2 | 3 | 4 | 5}`)
  if (question.kind === 'attainment') return sayAttainment(say, Number(choice))
  if (question.kind === 'nought-to-ten' || question.kind === 'whole') return say.number(Number(choice))
  return sayChoice(say, question, String(choice))
}
