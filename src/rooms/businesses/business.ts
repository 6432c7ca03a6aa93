export const limits = {
  nameCharsMax: 200,
  codeCharsMax: 40,
  licenceCharsMax: 100,
  phoneCharsMax: 40,
  reasonCharsMax: 500,
  ownersMax: 4,
  lineCharsMax: 200,
  applicationsMax: 3,
  workersMax: 100_000,
  rowsAPageMax: 40,
  listedMax: 5_000,
  figuresMax: 40,
  obstaclesMax: 40,
  alikeMax: 20,
} as const

/** The sections of the International Standard Industrial Classification, Revision 4. */
export const sections = [...'ABCDEFGHIJKLMNOPQRSTU'] as readonly string[]

export const packages = ['GYB', 'SYB', 'IYB', 'EYB'] as const
/** Generate Your Business Idea, Start, Improve and Expand Your Business: the modules of the ILO's SIYB. */
export type Package = (typeof packages)[number]
export type Training = { package: Package; year: number | null }

export type Owner = { person: string | null; name: string; adult: boolean }

export type Particulars = {
  name: string
  section: string
  sector: string
  /** A district, never an address. */
  place: string
  /** The first of a month; null while it has not started. */
  startedOn: Temporal.PlainDate | null
  licence: string | null
  phone: string | null
  workers: number
  /** Told by who applied: other public money for the same hours. */
  otherSupport: boolean
  /** Told by who applied: kin of a coach, or in debt between them. */
  tied: boolean
  owners: readonly Owner[]
  trainings: readonly Training[]
}

export type Business = Particulars & {
  id: string
  organisation: string
  programme: string
  code: string
  version: number
  at: Temporal.Instant
  /** When the latest particulars were told. */
  toldAt: Temporal.Instant
  /** The latest decision; null while nobody has decided. */
  decision: Decision | null
}

export const sexes = ['woman', 'man'] as const
/** What an owner needs of a coach: of which sex, if that matters, and whether a companion comes along. Never for funders. */
export type CoachWish = { sex: (typeof sexes)[number] | null; companion: boolean }
export const noWish: CoachWish = { sex: null, companion: false }

/** By what two businesses look alike: one owner, one licence, one phone with one owner's name, or one name in one place and section. */
export type Sign = 'owner' | 'licence' | 'phone' | 'name'
export type Alike = Business & {
  signs: readonly Sign[]
  /** Whether a person said that they are the same; null while nobody has. */
  same: boolean | null
}

export const decisions = ['eligible', 'not-eligible', 'held'] as const
export type Decision = (typeof decisions)[number]

export const obstacleKinds = [
  ...([
    'money',
    'customers',
    'prices',
    'suppliers',
    'premises',
    'power',
    'network',
    'licence',
    'road',
    'security',
    'family',
    'health',
  ] as const),
  ...(['skills', 'records', 'workers', 'competition', 'other'] as const),
] as const
export type ObstacleKind = (typeof obstacleKinds)[number]
export const obstacleStates = ['raised', 'worked-on', 'overcome', 'given-up'] as const
export type ObstacleState = (typeof obstacleStates)[number]
export type Obstacle = {
  id: string
  kind: ObstacleKind
  /** For owner, coach and coordinators; null where nothing was written or it cannot be read any more. */
  line: string | null
  raisedAt: Temporal.Instant
  state: ObstacleState
  at: Temporal.Instant
}

export const knowns = ['record', 'estimate', 'refused'] as const
export type Figures = {
  id: string
  month: Temporal.PlainDate
  /** Of the money below, which is in its minor units; null where none is given. */
  currency: string | null
  sales: bigint | null
  costs: bigint | null
  profit: bigint | null
  customers: number | null
  workers: number | null
  women: number | null
  /** Business practices kept, of 26. */
  practice: number | null
  cashBook: boolean
  /** What stood most in the way. */
  obstacle: ObstacleKind | null
  known: (typeof knowns)[number]
  at: Temporal.Instant
}
