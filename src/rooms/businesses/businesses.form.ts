import { z } from 'zod'
import {
  choice,
  type Form,
  formOf,
  id,
  line,
  maybeLine,
  type Read,
  type Slip,
  slipKey,
  textOf,
  textsOf,
  type Values,
  whole,
} from '#ground/form'
import type { ApplyWithBusiness } from './apply-with-business.ts'
import {
  type CoachWish,
  decisions,
  limits,
  obstacleKinds,
  obstacleStates,
  type Particulars,
  packages,
  sections,
  sexes,
  type Training,
} from './business.ts'
import type { DecideBusiness, TellLikeness } from './decide-business.ts'
import { maybeMonth, tick, trainingYear } from './form-parts.ts'
import type { MarkObstacle, RaiseObstacle } from './raise-obstacle.ts'

const particulars = formOf(
  z.object({
    name: line(limits.nameCharsMax),
    section: z.string({ error: slipKey('slip.choose') }).refine((letter) => sections.includes(letter), { error: slipKey('slip.choose') }),
    sector: maybeLine(limits.nameCharsMax).transform((text) => text ?? ''),
    place: maybeLine(limits.nameCharsMax).transform((text) => text ?? ''),
    startedOn: maybeMonth,
    licence: maybeLine(limits.licenceCharsMax),
    phone: maybeLine(limits.phoneCharsMax),
    workers: whole(0, limits.workersMax),
    otherSupport: tick,
    tied: tick,
    coachSex: z.enum([...sexes, 'any']).catch('any'),
    companion: tick,
  }),
)

/** What is known of a business; an owner is a name and, where they are somebody of the house, their code, which the verb looks up. */
export type TypedOwner = { name: string; code: string | null; adult: boolean }
export type TypedParticulars = Omit<Particulars, 'owners'> & { owners: readonly TypedOwner[]; wish: CoachWish }
export type TypedBusiness = TypedParticulars & { id: string; programme: string; code: string | null }
export type TypedChange = TypedParticulars & { business: string; version: number }

/** What is told of a business; `selfFirst` where the first owner is who applies, whose name the house has. */
function readParticulars(values: Values, selfFirst = false): Read<TypedParticulars> {
  const read = particulars(values)
  const slips: Slip[] = 'slips' in read ? [...read.slips] : []
  const owners = Array.from({ length: limits.ownersMax }, (_, at) => ownerIn(values, at + 1)).filter(
    ({ name, code }, at) => (selfFirst && at === 0) || name !== '' || code !== null,
  )
  if (owners.length === 0) slips.push({ field: 'owner1', key: 'slip.business.owner' })
  const long = owners.find(({ name }) => name.length > limits.nameCharsMax)
  if (long) slips.push({ field: `owner${long.nth}`, key: 'slip.too-long', facts: { max: limits.nameCharsMax } })
  const trainings = packages.flatMap((one): Training[] => {
    const year = trainingYear.safeParse(textOf(values, `year${one}`))
    if (!year.success) slips.push({ field: `year${one}`, key: 'slip.business.year' })
    const isHad = textsOf(values, 'trainings').includes(one) || typeof year.data === 'number'
    return isHad ? [{ package: one, year: year.data ?? null }] : []
  })
  if ('slips' in read || slips.length > 0) return { slips }
  const { coachSex, companion, ...rest } = read.input
  const wish = { sex: coachSex === 'any' ? null : coachSex, companion }
  return { input: { ...rest, owners: owners.map(({ nth: _nth, ...owner }) => owner), trainings, wish } }
}

function ownerIn(values: Values, nth: number): TypedOwner & { nth: number } {
  const text = (field: string) => (textOf(values, `${field}${nth}`) ?? '').normalize('NFC').trim()
  return { nth, name: text('owner'), code: text('ownerCode') || null, adult: textOf(values, `adult${nth}`) === 'yes' }
}

/** Two forms of one page, with every slip of both at once. */
function both<One, Other>(one: Read<One>, other: Read<Other>): Read<One & Other> {
  if ('slips' in one || 'slips' in other) return { slips: [...('slips' in one ? one.slips : []), ...('slips' in other ? other.slips : [])] }
  return { input: { ...one.input, ...other.input } }
}

const registering = formOf(z.object({ id, programme: id, code: maybeLine(limits.codeCharsMax) }))
export const registerForm: Form<TypedBusiness> = (values) => both(registering(values), readParticulars(values))
const changing = formOf(z.object({ business: id, version: whole(1, 9_999) }))
export const changeForm: Form<TypedChange> = (values) => both(changing(values), readParticulars(values))
const applying = formOf(z.object({ id, programme: id }))
export const applyForm: Form<ApplyWithBusiness> = (values) => both(applying(values), readParticulars(values, true))

export const decideForm: Form<DecideBusiness> = formOf(
  z.object({ id, business: id, decision: choice(decisions), reason: maybeLine(limits.reasonCharsMax).transform((text) => text ?? '') }),
)
export const likenessForm: Form<TellLikeness> = (values) => {
  const read = formOf(z.object({ id, business: id, other: id, same: choice(['yes', 'no']) }))(values)
  return 'slips' in read ? read : { input: { ...read.input, same: read.input.same === 'yes' } }
}
export const raiseForm: Form<RaiseObstacle> = formOf(
  z.object({ id, business: id, kind: choice(obstacleKinds), line: maybeLine(limits.lineCharsMax) }),
)
export const markForm: Form<MarkObstacle> = formOf(z.object({ obstacle: id, state: choice(obstacleStates) }))
