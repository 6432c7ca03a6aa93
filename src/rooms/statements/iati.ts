import { amountText } from '#ground/amount'

/** Money of an activity, by the types of IATI 2.03: 13 incoming pledge, 11 incoming commitment, 1 incoming funds, 4 expenditure. */
export type IatiTransaction = {
  type: '1' | '4' | '11' | '13'
  day: Temporal.PlainDate
  amount: bigint
  currency: string
  minorDigits: number
  /** Who gave it; never who received it. */
  provider: string | null
}
export type IatiPlan = { day: Temporal.PlainDate; amount: bigint; currency: string; minorDigits: number; provider: string }

export type Activity = {
  identifier: string
  /** The reporting organisation's own identifier and type, by the code list OrganisationType. */
  reporting: { ref: string; type: string; name: string }
  title: string
  description: string
  funders: readonly string[]
  starts: Temporal.PlainDate
  ends: Temporal.PlainDate
  today: Temporal.PlainDate
  country: string | null
  currency: string
  at: Temporal.Instant
  transactions: readonly IatiTransaction[]
  plans: readonly IatiPlan[]
}

/**
 * One activity as a file of the International Aid Transparency Initiative, 2.03: of the elements that the standard asks for, in its order.
 * No person, coach, business or place stands in it.
 */
export function iatiXml(activity: Activity): string {
  const { identifier, reporting, title, description, funders, starts, ends, country, currency, at } = activity
  const isOver = Temporal.PlainDate.compare(activity.today, ends) > 0
  const isComing = Temporal.PlainDate.compare(activity.today, starts) < 0
  const lines = [
    element('iati-identifier', {}, identifier),
    element('reporting-org', { ref: reporting.ref, type: reporting.type }, narrative(reporting.name), true),
    element('title', {}, narrative(title), true),
    element('description', {}, narrative(description), true),
    ...funders.map((name) => element('participating-org', { role: '1' }, narrative(name), true)),
    element('participating-org', { role: '4', ref: reporting.ref, type: reporting.type }, narrative(reporting.name), true),
    element('activity-status', { code: isComing ? '1' : isOver ? '4' : '2' }),
    element('activity-date', { 'iso-date': String(starts), type: isComing ? '1' : '2' }),
    element('activity-date', { 'iso-date': String(ends), type: isOver ? '4' : '3' }),
    ...(country ? [element('recipient-country', { code: country, percentage: '100' })] : []),
    element('sector', { vocabulary: '1', code: '25030', percentage: '100' }),
    element('default-flow-type', { code: '10' }),
    element('default-finance-type', { code: '110' }),
    element('default-aid-type', { code: 'C01' }),
    ...activity.plans.map(plan),
    ...activity.transactions.map(transaction),
  ]
  const generated = at.toString({ smallestUnit: 'second' })
  const inner = element(
    'iati-activity',
    { 'default-currency': currency, 'last-updated-datetime': generated },
    `\n${lines.join('\n')}\n`,
    true,
  )
  const whole = element('iati-activities', { version: '2.03', 'generated-datetime': generated }, `\n${inner}\n`, true)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`
}

function plan({ day, provider, ...money }: IatiPlan): string {
  const end = day.add({ months: 1 })
  const inside = [
    element('period-start', { 'iso-date': String(day) }),
    element('period-end', { 'iso-date': String(end) }),
    value(money, day),
    element('provider-org', {}, narrative(provider), true),
  ]
  return element('planned-disbursement', {}, inside.join(''), true)
}

function transaction({ type, day, provider, ...money }: IatiTransaction): string {
  const inside = [
    element('transaction-type', { code: type }),
    element('transaction-date', { 'iso-date': String(day) }),
    value(money, day),
    ...(provider ? [element('provider-org', {}, narrative(provider), true)] : []),
  ]
  return element('transaction', {}, inside.join(''), true)
}

function value(
  { amount, currency, minorDigits }: { amount: bigint; currency: string; minorDigits: number },
  day: Temporal.PlainDate,
): string {
  return element('value', { currency, 'value-date': String(day) }, amountText(amount, minorDigits))
}

const narrative = (text: string) => element('narrative', {}, text)

function element(name: string, attributes: Readonly<Record<string, string>>, inside = '', isMarkup = false): string {
  const written = Object.entries(attributes).map(([key, text]) => ` ${key}="${escaped(text)}"`)
  return `<${name}${written.join('')}>${isMarkup ? inside : escaped(inside)}</${name}>`
}

/** What XML 1.0 cannot hold is left out; the rest is escaped. */
function escaped(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

export type MonthSpent = { month: Temporal.PlainDate; amount: bigint; meetings: number }

/**
 * Months with fewer meetings than `least` are put together with the next, so that no sum is of a few. What is left over waits, and so
 * does a month that is not over: a sum told twice, with a meeting between, would tell that meeting.
 */
export function withoutSmall(months: readonly MonthSpent[], told: { least: number; today: Temporal.PlainDate }): MonthSpent[] {
  const kept: MonthSpent[] = []
  let open: MonthSpent | null = null
  for (const month of months) {
    if (Temporal.PlainDate.compare(month.month.add({ months: 1 }), told.today) > 0) break
    open = open ? { month: month.month, amount: open.amount + month.amount, meetings: open.meetings + month.meetings } : month
    if (open.meetings < told.least) continue
    kept.push(open)
    open = null
  }
  return kept
}
