import { coordinatedBank } from '#funding/coordinated'
import { commitmentsOf, pledgesOf, receiptsOf, tranchesOf } from '#funding/reads'
import { todayOf } from '#funding/today'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { spentByMonth } from '#hours/figures'
import { fundersOf } from '#hours/reads'
import { moneyReversed } from '#hours/standing-reads'
import { findOrganisation } from '#people/organisation-reads'
import { findProgramme } from '#programmes/reads'
import { type IatiPlan, type IatiTransaction, iatiXml, withoutSmall } from './iati.ts'

const rowsMax = 1_000
/** A sum of fewer meetings than these could tell of somebody. */
export const meetingsMin = 5

/** Who reports, and of which country: asked for by the address, since each organisation has its own identifier there. */
export function reportedBy(query: URLSearchParams, { id, name }: { id: string; name: string }) {
  const ref = (query.get('ref') ?? '').replace(/[^\w.-]/g, '').slice(0, 60) || `XM-${id}`
  const country = /^[A-Z]{2}$/.test(query.get('country') ?? '') ? query.get('country') : null
  return { reporting: { ref, type: query.get('type') === '10' ? '10' : '22', name }, country }
}

/** The programme's money as an IATI activity: what was pledged, signed and received, and what was spent month by month. */
export async function iatiFile(db: Db, { params, query }: Asked): Promise<FileOut> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const programme = found(await findProgramme(db, bank.programme))
  const organisation = found(await findOrganisation(db, bank.organisation))
  const funders = (await fundersOf(db, bank.id)).filter(({ kind }) => kind === 'cash')
  const gone = await moneyReversed(db, bank.id)
  const transactions: IatiTransaction[] = []
  const plans: IatiPlan[] = []
  for (const { id, name } of funders) {
    const of = { bank: bank.id, funder: id, limit: rowsMax }
    const commitments = await commitmentsOf(db, of)
    const isKept = (row: { id: string }) => !gone.includes(row.id)
    for (const row of (await pledgesOf(db, of)).filter(isKept)) transactions.push({ ...row, type: '13', day: row.saidOn, provider: name })
    for (const row of commitments) transactions.push({ ...row, type: '11', day: row.signedOn, provider: name })
    for (const row of (await receiptsOf(db, of)).filter(isKept))
      transactions.push({ ...row, type: '1', day: row.valueDate, provider: name })
    const tranches = await tranchesOf(db, { bank: bank.id, commitments: commitments.map((one) => one.id) }, gone)
    for (const row of tranches) plans.push({ ...row, day: row.dueOn, provider: name })
  }
  const today = await todayOf(db, bank)
  for (const { month, amount } of withoutSmall(await spentByMonth(db, bank.id), { least: meetingsMin, today })) {
    const day = month.add({ months: 1 }).subtract({ days: 1 })
    transactions.push({ type: '4', day, amount, currency: bank.currency, minorDigits: bank.minorDigits, provider: null })
  }
  const { reporting, country } = reportedBy(query, organisation)
  const xml = iatiXml({
    ...{ identifier: `${reporting.ref}-${bank.id}`, title: programme.name, description: programme.purpose || programme.name, reporting },
    funders: funders.map(({ name }) => name),
    ...{ starts: programme.startsOn, ends: programme.endsOn, today },
    ...{ country, currency: bank.currency, at: db.now, transactions, plans },
  })
  return { name: `${bank.name} iati.xml`, type: 'application/xml; charset=utf-8', bytes: new TextEncoder().encode(xml) }
}
