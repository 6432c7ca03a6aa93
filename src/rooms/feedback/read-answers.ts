import { readDate } from '#ground/calendar'
import { latinDigits, type Slip, textOf, textsOf, type Values } from '#ground/form'
import type { PathwayForm, Question } from '#programmes/pathway-forms'
import { type Benefit, limits } from './review.ts'

/** One answer: a choice (a number, a word of the form, words of it) or a text of one's own. */
export type Answer = { question: string; seen: Question['seen']; choice: number | string | readonly string[] | null; words: string | null }
export type Answers = { answers: Answer[]; benefit: Benefit | null; watch: boolean }

export const scaleMax = 5
const attainmentMax = 2
const noughtToTenMax = 10

/** The field of a question on the page. */
export const fieldOf = (question: Pick<Question, 'key'>) => `answer-${question.key}`

/** What a side answered to a form that is data; every slip at once. An answer to a question that is not asked is not looked at. */
export function readAnswers(form: PathwayForm, values: Values): { read: Answers } | { slips: Slip[] } {
  const read = form.questions.map((question) => ({ question, ...answerOf(question, values) }))
  const slips = read.flatMap(({ slip }) => (slip ? [slip] : []))
  if (slips.length > 0) return { slips }
  const answers = read.flatMap(({ answer }) => (answer ? [answer] : []))
  const worths = read.flatMap(({ question, answer }) => (question.benefit && answer ? [worthOf(question, answer)] : []))
  const watch = read.some(({ question, answer }) => question.watch && answer !== undefined && worthOf(question, answer) === 'no')
  return { read: { answers, benefit: leastOf(worths), watch } }
}

type ReadOne = { answer?: Answer; slip?: Slip }

function answerOf(question: Question, values: Values): ReadOne {
  const field = fieldOf(question)
  const text = (textOf(values, field) ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
  const given = (choice: Answer['choice'], words: string | null = null): ReadOne => ({
    answer: { question: question.key, seen: question.seen, choice, words },
  })
  const slip = (key: string, facts = {}): ReadOne => ({ slip: { field, key, facts } })
  if (question.kind === 'choices') {
    const ticked = textsOf(values, field)
    if (ticked.some((one) => !question.choices.some(({ key }) => key === one))) return slip('slip.choose')
    if (ticked.length === 0) return question.required ? slip('slip.feedback.answer') : {}
    return given([...new Set(ticked)])
  }
  if (text === '') return question.required ? slip('slip.feedback.answer') : {}
  if (question.kind === 'text') {
    return text.length > limits.wordsCharsMax ? slip('slip.too-long', { max: limits.wordsCharsMax }) : given(null, text)
  }
  if (question.kind === 'date') {
    const day = readDate(text)
    return day === null ? slip('slip.date') : given(day.toString())
  }
  const [least, most] = boundsOf(question)
  if (least === undefined || most === undefined) {
    return choicesOf(question).includes(text) ? given(text) : slip('slip.choose')
  }
  const number = latinDigits(text)
  const isWhole = /^-?[0-9]{1,7}$/.test(number) && Number(number) >= least && Number(number) <= most
  return isWhole ? given(Number(number)) : slip(question.kind === 'whole' ? 'slip.whole' : 'slip.choose', { min: least, max: most })
}

const wholeMax = 1_000_000

function boundsOf({ kind }: Question): [number, number] | [] {
  if (kind === 'scale') return [1, scaleMax]
  if (kind === 'attainment') return [-attainmentMax, attainmentMax]
  if (kind === 'nought-to-ten') return [0, noughtToTenMax]
  return kind === 'whole' ? [0, wholeMax] : []
}

/** The words of a question that is answered by one of them. */
export function choicesOf({ kind, choices }: Question): string[] {
  return kind === 'yes-no' ? ['yes', 'no'] : choices.map(({ key }) => key)
}

const scaleGood = 4
const scaleMiddle = 3

/** How good an answer is: of five the upper two, the middle, the lower two; of attainment as expected or more, a little less, much less. */
function worthOf({ kind }: Question, { choice }: Answer): Benefit {
  if (kind === 'yes-no') return choice === 'yes' ? 'yes' : 'no'
  const number = Number(choice)
  if (kind === 'attainment') return number >= 0 ? 'yes' : number === -1 ? 'partly' : 'no'
  return number >= scaleGood ? 'yes' : number === scaleMiddle ? 'partly' : 'no'
}

/** A side has benefited as far as its least good answer says; null where nothing was asked. */
function leastOf(worths: readonly Benefit[]): Benefit | null {
  return (['no', 'partly', 'yes'] as const).find((one) => worths.includes(one)) ?? null
}
