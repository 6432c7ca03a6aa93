import { z } from 'zod'

const date = z
  .object({ date: z.string() })
  .or(z.string())
  .transform((read) => (typeof read === 'string' ? read : read.date))
  .refine(isDay, { error: 'is no day' })
  .transform((text) => Temporal.PlainDate.from(text))
const code = z.string().min(1).max(40)
const name = z.string().min(1).max(200)
const minutes = z.number().int().min(0).max(480)
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const amount = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, { error: 'is no amount' })

export const statuses = [
  'completed',
  'cancelledInTime',
  'lateCancelledByClient',
  'noShowClient',
  'noShowCoach',
  'cancelledByCoach',
  'forceMajeure',
] as const
const modes = { inPerson: 'in-person', phone: 'phone', video: 'video' } as const

const shape = z.object({
  programme: z.object({ code, name, start: date, end: date, timezone: z.string().min(1).max(60) }),
  organisations: z.array(z.object({ code, name })).max(100),
  coaches: z.array(z.object({ code, fullName: name, fullNameNative: name.optional(), locale: z.string().optional() })).max(500),
  businesses: z
    .array(
      z.object({
        ...{ code, sector: z.string().max(200), owner: name, coach: code, siybPackage: z.enum(['GYB', 'SYB', 'IYB', 'EYB']).optional() },
        baseline: z.object({
          ...{ monthlySalesAfn: whole, monthlyProfitAfn: z.number().int(), workers: whole, workersWomen: whole },
          practiceScore: z.number().int().min(0).max(26),
        }),
      }),
    )
    .max(2_000),
  bank: z.object({
    ...{ code, ledgerCurrency: z.string().regex(/^[A-Z]{3}$/), quantumMinor: z.number().int().min(1), residualSource: z.string() },
    ...{ incrementMinutes: z.number().int().min(1).max(60), minimumMinutes: z.number().int().min(1).max(240) },
    ...{ ratePerHourAfn: whole, allotmentMinutesPerBusiness: z.number().int().min(1).max(100_000) },
    costShare: z
      .array(z.object({ source: z.string(), bp: z.number().int().min(1).max(10_000) }))
      .min(1)
      .max(8),
    pledges: z.array(z.object({ source: code, amount, currency: z.string().regex(/^[A-Z]{3}$/) })).max(100),
    receipts: z
      .array(z.object({ source: code, date, amount, currency: z.string().regex(/^[A-Z]{3}$/), rate: amount, ledgerAfn: whole }))
      .max(1_000),
  }),
  sessions: z
    .array(
      z.object({
        ...{ code, business: code, coach: code, date, plannedMinutes: minutes.min(1), actualMinutes: minutes },
        mode: z.enum(['inPerson', 'phone', 'video']).transform((mode) => modes[mode]),
        status: z.enum(statuses),
      }),
    )
    .max(20_000),
})

export type ProgrammeFile = z.output<typeof shape>
/** A fault in the file: the row, as its list and code say it, and what is wrong with it. */
export type Fault = { row: string; says: string }

/** Reads a handover file whole; or names every fault, row by row. */
export function readProgrammeFile(text: string): { file: ProgrammeFile } | { faults: Fault[] } {
  const json = parsed(text)
  if (json === undefined) return { faults: [{ row: 'the file', says: 'is no JSON' }] }
  const read = shape.safeParse(json)
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => ({ row: rowOf(json, path), says: message })) }
  const faults = faultsIn(read.data)
  return faults.length > 0 ? { faults } : { file: read.data }
}

/** What no single row shows: codes that stand twice or nowhere, shares that are not whole, minutes that do not fit. */
function faultsIn({ programme, coaches, businesses, bank, sessions }: ProgrammeFile): Fault[] {
  const faults: Fault[] = []
  const fault = (row: string, says: string) => faults.push({ row, says })
  const known = { coaches: new Set(coaches.map((one) => one.code)), businesses: new Set(businesses.map((one) => one.code)) }
  for (const [list, rows] of Object.entries({ coaches, businesses, sessions })) {
    const seen = new Set<string>()
    for (const row of rows) {
      if (seen.has(row.code)) fault(`${list} ${row.code}`, 'stands twice')
      seen.add(row.code)
    }
  }
  const sum = bank.costShare.reduce((total, { bp }) => total + bp, 0)
  if (sum !== 10_000) fault(`bank ${bank.code}`, `its shares add up to ${sum / 100}%`)
  const sources = new Set(bank.costShare.map(({ source }) => source))
  for (const { source } of [...bank.pledges, ...bank.receipts])
    if (!sources.has(source)) fault(`bank ${bank.code}`, `${source} has no share`)
  for (const { code: of, coach } of businesses) if (!known.coaches.has(coach)) fault(`businesses ${of}`, `nobody is coach ${coach}`)
  for (const one of sessions) {
    const row = `sessions ${one.code}`
    const business = businesses.find((each) => each.code === one.business)
    if (business === undefined) fault(row, `no business is ${one.business}`)
    else if (business.coach !== one.coach) fault(row, `${one.business} is coached by ${business.coach}, not ${one.coach}`)
    if (one.status === 'completed' && one.actualMinutes === 0) fault(row, 'was held for no minutes')
    if (one.plannedMinutes % bank.incrementMinutes !== 0)
      fault(row, `${one.plannedMinutes} minutes are no steps of ${bank.incrementMinutes}`)
    if (Temporal.PlainDate.compare(one.date, programme.start) < 0) fault(row, 'is before the programme begins')
  }
  return faults
}

function rowOf(json: unknown, path: readonly PropertyKey[]): string {
  const [list, at] = path
  const row = typeof at === 'number' ? (json as Record<string, { code?: unknown }[]>)[String(list)]?.[at] : undefined
  const field = path.slice(typeof at === 'number' ? 2 : 1).join('.')
  const where = row?.code === undefined ? path.slice(0, 2).join(' ') : `${String(list)} ${String(row.code)}`
  return field ? `${where}, ${field}` : where
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text)
    return /^\d{4}-\d{2}-\d{2}$/.test(text)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
