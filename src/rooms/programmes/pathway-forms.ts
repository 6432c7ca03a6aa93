import { z } from 'zod'
import { languages, type Say } from '#ground/words'

export const pathwayLimits = {
  textCharsMax: 600,
  clauseCharsMax: 2_000,
  stagesMax: 16,
  criteriaMax: 12,
  formsMax: 40,
  questionsMax: 20,
  choicesMax: 12,
  reviewsMax: 12,
  remindersMax: 20,
  clausesMax: 20,
  bytesMax: 200_000,
} as const

export const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
export const whole = (from: number, to: number) => z.int().min(from).max(to)
export const textsOf = (charsMax: number) => {
  const text = z.string().trim().min(1).max(charsMax)
  const others = languages.filter((language) => language !== 'en').map((language) => [language, text.optional()] as const)
  return z.strictObject({ en: text, ...(Object.fromEntries(others) as { 'fa-AF': z.ZodOptional<typeof text> }) })
}
export const texts = textsOf(pathwayLimits.textCharsMax)

/** A text in each language that it was written in; English always. */
export type Texts = z.output<typeof texts>

/** A text in its reader's language, else in English. */
export const sayTexts = (say: Pick<Say, 'language'>, given: Texts): string => given[say.language] ?? given.en

export const doers = z.enum(['mentor', 'mentee', 'both', 'either', 'coordinator'])

export const questionKinds = ['scale', 'yes-no', 'choice', 'choices', 'text', 'whole', 'date', 'attainment', 'nought-to-ten'] as const

const question = z.strictObject({
  key,
  ask: texts,
  hint: texts.optional(),
  kind: z.enum(questionKinds),
  choices: z
    .array(z.strictObject({ key, says: texts }))
    .max(pathwayLimits.choicesMax)
    .default([]),
  /** What the best answer of a scale means for benefit: counted where it is true. */
  benefit: z.boolean().default(false),
  /** Whether it is safe to speak, or another thing that must be looked at when the answer is low. */
  watch: z.boolean().default(false),
  required: z.boolean().default(true),
  /** Whom alone it is asked of; both sides where nothing is said. */
  of: z.enum(['mentor', 'mentee']).optional(),
  /** Who reads the answer besides who gave it. */
  seen: z.enum(['nobody', 'partner', 'coordinator']),
})

export const form = z.strictObject({
  key,
  name: texts,
  by: doers,
  questions: z.array(question).max(pathwayLimits.questionsMax).default([]),
})

export type PathwayForm = z.output<typeof form>
export type Question = z.output<typeof question>

/** A form whose questions say for themselves whom they are asked of, where one side alone fills it in. */
export const askedOf = ({ by, questions, ...rest }: PathwayForm): PathwayForm => ({
  ...rest,
  by,
  questions: by === 'mentor' || by === 'mentee' ? questions.map((question) => ({ ...question, of: by })) : questions,
})

/** What one side is asked of a form. */
export const formFor = (asked: PathwayForm, side: 'mentor' | 'mentee'): PathwayForm => ({
  ...asked,
  questions: asked.questions.filter(({ of }) => of === undefined || of === side),
})
