import { z } from 'zod'
import { askedOf, doers, form, key, type PathwayForm, pathwayLimits, texts, textsOf, whole } from './pathway-forms.ts'
import { matchingShape } from './rules.ts'

export const partnershipKinds = [
  'mentoring',
  'reverseMentoring',
  'peerMentoring',
  'businessCoaching',
  'institutionTwinning',
  'coachTraining',
] as const

/** What later rooms tell a partnership that it has reached. */
export const milestones = [
  'both-accepted',
  'first-meeting-planned',
  'agreement-signed',
  'meeting-held',
  'review-answered',
  'closing-answered',
  'baseline-recorded',
  'contribution-paid',
  'hours-used',
  'memorandum-signed',
  'work-plan-approved',
  'report-delivered',
  'block-attended',
  'contact-held',
  'hour-practised',
  'client-coached',
  'client-feedback-given',
  'reflection-written',
  'session-observed',
  'supervision-held',
  'exam-passed',
  'credential-issued',
] as const
export type Milestone = (typeof milestones)[number]

export const endings = [
  'completed',
  'no-fault',
  'rematched',
  'lapsed',
  'withdrawn',
  'safeguarding',
  'funding-ended',
  'business-closed',
] as const
export const holdKinds = ['paused', 'safeguarding', 'awaiting-funds', 'network-outage'] as const

/** `must` holds a stage until it is met or waived, with a reason; `may` is asked, shown, and holds nothing. */
const level = z.enum(['must', 'may']).default('must')
const criterion = z.discriminatedUnion('what', [
  /** Somebody says so, by a button that carries the sentence. */
  z.strictObject({ what: z.literal('confirmed'), key, says: texts, by: doers, level }),
  /** It happened so often, ever or since the stage was entered. */
  z.strictObject({
    what: z.literal('reached'),
    milestone: z.enum(milestones),
    times: whole(1, 100).default(1),
    since: z.enum(['ever', 'entry']).default('ever'),
    level,
  }),
  /** So many days have passed since the stage was entered. */
  z.strictObject({ what: z.literal('days'), days: whole(1, 3_660), level }),
  /** Places of mentors for each hundred of mentees. */
  z.strictObject({ what: z.literal('places'), perHundred: whole(1, 1_000), level }),
])

const stage = z.strictObject({
  key,
  /** Whose stage it is: the programme's, a person's enrolment, or a pair's. */
  of: z.enum(['programme', 'person', 'pair']),
  name: texts,
  /** What is done here, for who is in it. */
  about: texts.optional(),
  /** What must have been met to come in. */
  enter: z.array(criterion).max(pathwayLimits.criteriaMax).default([]),
  /** What must be met to leave. */
  leave: z.array(criterion).max(pathwayLimits.criteriaMax).default([]),
  leaveWhen: z.enum(['all', 'any']).default('all'),
  /** Stages that may follow, the usual one first; none where it is the last. */
  next: z.array(key).max(pathwayLimits.stagesMax).default([]),
  /** An interlude: it comes out of this stage, and goes back to it. */
  returnsTo: key.optional(),
  limitDays: whole(1, 3_660).nullable().default(null),
  /** After its limit: it moves on (or back) by itself, or the coordinator is told. */
  late: z.enum(['moves', 'tells']).default('tells'),
  /** Coming here ends the partnership, in this way. */
  endsAs: z.enum(endings).optional(),
  forms: z.array(key).max(pathwayLimits.formsMax).default([]),
})

const review = z.strictObject({
  key,
  name: texts,
  form: key,
  /** Forms asked along with it, each of those who fill it in: what the senior changed, in the closing. */
  more: z.array(key).max(pathwayLimits.reviewsMax).default([]),
  /** Due after so many meetings held or so many days since both said yes, whichever comes first; or midway, or at the end. */
  after: z.union([
    z.strictObject({ meetings: whole(1, 100).optional(), days: whole(1, 1_830).optional() }),
    z.strictObject({ at: z.enum(['midpoint', 'end']) }),
  ]),
  limitDays: whole(1, 90),
  /** Who is asked first and alone; the other after the answer or half of the limit. */
  first: z.enum(['together', 'mentor', 'mentee']).default('together'),
})

/** After how many months each side of a pair that was completed may be asked, once, how it goes on. */
export const followUpMonths = [3, 6, 12, 24, 36] as const

/** Where confidentiality ends is said in every agreement, in words that the two may not change. */
export const limitsClause = 'limits'

export const reminderKinds = ['quiet', 'review', 'did-you-meet', 'agreement', 'closing', 'follow-up'] as const

export const pathwaySchema = z.strictObject({
  key,
  kind: z.enum(partnershipKinds),
  name: texts,
  description: texts,
  sides: z.strictObject({ mentor: texts, mentee: texts }),
  lastsWeeks: whole(1, 260),
  /** How long after a pair's end what the two wrote is kept; then its key is destroyed. */
  keepMonths: whole(1, 120).default(12),
  meetings: z.strictObject({ planned: whole(1, 300), minutes: whole(5, 480), everyDays: whole(1, 365) }),
  /** Days without contact, in per cent of `everyDays`: a reminder to both, the coordinator told, the end. */
  contact: z.strictObject({ nudgeAt: whole(100, 1_000), callAt: whole(100, 1_000), lapseAt: whole(100, 1_000) }),
  stages: z.array(stage).min(1).max(pathwayLimits.stagesMax),
  /** The pair's stage once both have said yes. */
  begins: key,
  /** The pair's stage of the closing, from wherever they are. */
  closes: key,
  ends: z.array(z.enum(endings)).min(1),
  holds: z.array(z.enum(holdKinds)),
  reviews: z.array(review).max(pathwayLimits.reviewsMax).default([]),
  forms: z.array(form).max(pathwayLimits.formsMax).default([]),
  reminders: z
    .array(z.strictObject({ kind: z.enum(reminderKinds), says: texts }))
    .max(pathwayLimits.remindersMax)
    .default([]),
  agreement: z.strictObject({
    clauses: z
      .array(
        z.strictObject({
          key,
          title: texts,
          /** Where the two begin writing; fixed text where they may not change it. */
          says: textsOf(pathwayLimits.clauseCharsMax),
          fixed: z.boolean().default(false),
        }),
      )
      .max(pathwayLimits.clausesMax),
    goalsMax: whole(0, 10).default(3),
    /** Whether both sign, or the programme too (a three-way agreement). */
    signedBy: z.array(z.enum(['mentor', 'mentee', 'coordinator'])).min(2),
  }),
  rematchesMax: whole(0, 10).default(2),
  followUps: z
    .array(z.literal([...followUpMonths]))
    .max(followUpMonths.length)
    .default([3, 12]),
  /** The rules of its pairs, and what people are asked, in the format of a rules file; everything counts where nothing is said. */
  matching: z.strictObject(matchingShape).prefault({}),
  asks: z
    .strictObject({
      allowed: z.boolean(),
      openAtOnce: whole(1, 10).default(1),
      answerWorkingDays: whole(1, 30).default(2),
      askedMax: whole(1, 5).default(3),
    })
    .prefault({ allowed: true }),
})

/** How a programme goes, step by step: what differs between the forms of mentoring, as data. */
/** When what the two of a pair wrote is destroyed. */
export function keptUntil({ keepMonths }: Pick<Pathway, 'keepMonths'>, endedAt: Temporal.Instant): Temporal.Instant {
  return endedAt.toZonedDateTimeISO('UTC').add({ months: keepMonths }).toInstant()
}

export type Pathway = z.output<typeof pathwaySchema>
export type Stage = Pathway['stages'][number]
export type Criterion = Stage['leave'][number]
export type Review = Pathway['reviews'][number]
export type ReminderKind = (typeof reminderKinds)[number]

/** What a review asks: its own form, and the forms that go along with it, each question of those who fill its form in. */
export function formOfReview(pathway: Pathway, review: Pick<Review, 'form' | 'more'>): PathwayForm | undefined {
  const [own, ...more] = [review.form, ...review.more].map((wanted) => pathway.forms.find(({ key: one }) => one === wanted))
  if (own === undefined) return undefined
  return { ...own, questions: [own, ...more].flatMap((one) => (one ? askedOf(one).questions : [])) }
}

/** Whether its sides are mentor and mentee, who have sentences of their own; others are named as their pathway names them. */
export const hasUsualSides = ({ sides }: Pick<Pathway, 'sides'>): boolean => sides.mentor.en === 'mentor' && sides.mentee.en === 'mentee'

export const stageOfKey = (pathway: Pathway, stageKey: string): Stage | undefined => pathway.stages.find((one) => one.key === stageKey)
