import { digits } from '#ground/fold'
import { refuse } from '#ground/refusal'
import type { Choice } from '#matching/suggest'
import { bonusMax, type Floor, scoreMax } from '#pairing/problem'
import { Usage } from './terminal.ts'

export const matchUsage =
  'lampline match --mentors M.csv --mentees N.csv --out pairs.csv|.xlsx [--rules FILE] [--floor highest|none|N] [--stable] [--even] ' +
  '[--pins FILE] [--keep FILE [--keep-points N]] [--prove]'

export type MatchOptions = {
  mentors: string
  mentees: string
  out: string
  rules: string | undefined
  pins: string | undefined
  keep: string | undefined
  choice: Required<Choice>
  isProofAsked: boolean
  /** What was asked for and does nothing here, as sentences. */
  notes: string[]
}

const withValue = ['mentors', 'mentees', 'out', 'rules', 'floor', 'pins', 'keep', 'keep-points'] as const
const alone = ['stable', 'even', 'prove'] as const
type WithValue = (typeof withValue)[number]
type Alone = (typeof alone)[number]
type Given = { values: Map<WithValue, string>; flags: Set<Alone> }

/**
 * What a command line asks of `match`. Throws `Usage` where it cannot be read; refuses figures that can be read and are outside:
 * `matching.floorOutside`, `matching.bonusOutside`.
 */
export function readMatchOptions(args: readonly string[]): MatchOptions {
  const given = sortOut(args)
  const { values, flags } = given
  const needed = (name: WithValue) => values.get(name) ?? fail(`match needs --${name}.`)
  const paths = { mentors: needed('mentors'), mentees: needed('mentees'), out: needed('out') }
  if (!/\.(csv|xlsx)$/i.test(paths.out)) throw new Usage(`--out must end in .csv or .xlsx, not "${paths.out}".`)
  if (values.has('keep-points') && !values.has('keep')) fail('--keep-points says what keeping may cost, so it needs --keep FILE.')
  const choice: Required<Choice> = {
    method: flags.has('stable') ? 'stable' : 'best',
    floor: floorIn(values.get('floor') ?? 'highest'),
    dial: flags.has('even') ? 'even' : 'total',
    bonus: bonusIn(values.get('keep-points') ?? '0'),
  }
  const files = { rules: values.get('rules'), pins: values.get('pins'), keep: values.get('keep') }
  return { ...paths, ...files, choice, isProofAsked: flags.has('prove'), notes: notesOn(given) }
}

function sortOut(args: readonly string[]): Given {
  const given: Given = { values: new Map(), flags: new Set() }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    const name = arg.startsWith('--') ? arg.slice(2) : ''
    if (isOneOf(alone, name)) given.flags.add(name)
    else if (isOneOf(withValue, name)) {
      const value = args[++at]
      if (value === undefined || value.startsWith('--')) throw new Usage(`${arg} needs a value after it.`)
      if (given.values.has(name)) throw new Usage(`${arg} was given twice.`)
      given.values.set(name, value)
    } else fail(`match does not know "${arg}".`)
  }
  return given
}

const isOneOf = <Name extends string>(names: readonly Name[], text: string): text is Name => (names as readonly string[]).includes(text)

function fail(why: string): never {
  throw new Usage(`${why} Write: ${matchUsage}`)
}

function floorIn(text: string): Floor {
  if (text === 'highest' || text === 'none') return text
  const floor = numberIn(text) ?? fail(`--floor is "highest", "none" or a number of points, not "${text}".`)
  if (!isWholeUpTo(floor, scoreMax)) refuse('matching.floorOutside', { floor, most: scoreMax })
  return floor
}

function bonusIn(text: string): number {
  const bonus = numberIn(text) ?? fail(`--keep-points is a number of points, not "${text}".`)
  if (!isWholeUpTo(bonus, bonusMax)) refuse('matching.bonusOutside', { bonus, most: bonusMax })
  return bonus
}

function numberIn(text: string): number | null {
  const plain = digits(text.trim())
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

const isWholeUpTo = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most

/** The stable whole is one only: whatever chooses between wholes has nothing to choose there. */
function notesOn({ values, flags }: Given): string[] {
  if (!flags.has('stable')) return []
  return [
    ...(flags.has('even')
      ? ['--even does not apply to the stable whole, of which there is one only; it evens the best whole beside it.']
      : []),
    ...(values.has('keep') ? ['--keep does not apply to the stable whole, of which there is one only.'] : []),
    ...(values.get('floor') === 'highest'
      ? ['The highest floor binds the best whole alone; for the stable one give a floor in points.']
      : []),
  ]
}
