/** Who may stand where to a record of a pair. */
export const roles = ['two', 'former', 'coordinator', 'beside', 'administrator', 'officer', 'colleague', 'house'] as const
export type Role = (typeof roles)[number]

/** `knows`: that it is there, and when; not what it says. */
export type Sees = 'reads' | 'knows' | 'nothing'

export type RecordKey =
  | 'profile'
  | 'enrolment'
  | 'attributes'
  | 'pair'
  | 'meeting'
  | 'place'
  | 'agreement'
  | 'shared-note'
  | 'private-note'
  | 'message'
  | 'goal'
  | 'next-step'
  | 'skill'
  | 'opportunity'
  | 'feedback'
  | 'ask'
  | 'concern'

/** One record in the field's words (`record.KEY`), and who sees it; whom no word is said of sees nothing. */
export type Record = { key: RecordKey; sees: Partial<{ [role in Role]: Sees }> }

const ofTwo = { two: 'reads' } as const
const staff = { coordinator: 'reads', administrator: 'reads', house: 'reads' } as const

/**
 * Who sees what. A test asks the database as each of them and compares, so that this cannot say what is not so. Each of the two reads what
 * is their own alone, such as private notes, attributes and answers for nobody.
 */
export const records: readonly Record[] = [
  { key: 'profile', sees: { ...staff, two: 'reads', former: 'reads' } },
  { key: 'enrolment', sees: { ...staff } },
  { key: 'attributes', sees: {} },
  { key: 'pair', sees: { ...staff, two: 'reads' } },
  { key: 'meeting', sees: { ...staff, two: 'reads' } },
  { key: 'place', sees: { ...ofTwo, house: 'knows' } },
  { key: 'agreement', sees: ofTwo },
  { key: 'shared-note', sees: ofTwo },
  { key: 'private-note', sees: {} },
  { key: 'message', sees: ofTwo },
  { key: 'goal', sees: ofTwo },
  { key: 'next-step', sees: { ...ofTwo, house: 'knows' } },
  { key: 'skill', sees: ofTwo },
  { key: 'opportunity', sees: ofTwo },
  { key: 'feedback', sees: {} },
  { key: 'ask', sees: { two: 'reads' } },
  { key: 'concern', sees: { officer: 'reads' } },
]

export const seenBy = ({ sees }: Record, role: Role): Sees => sees[role] ?? 'nothing'
