import type { Db } from '#ground/db'
import { type Activity, type IatiPlan, type IatiTransaction, withoutSmall } from './iati.ts'
import { meetingsMin, reportedBy } from './iati-file.ts'
import { activityByLink, moneyByLink } from './link-reads.ts'
import type { LinkMoney } from './links.ts'

/** A funder's own part of the programme, as it may be published; undefined where the secret opens nothing. */
export async function linkActivity(db: Db, token: string, query: URLSearchParams): Promise<Activity | undefined> {
  const of = await activityByLink(db, token)
  if (of === undefined) return undefined
  const today = db.now.toZonedDateTimeISO(of.zone).toPlainDate()
  const { reporting, country } = reportedBy(query, { id: of.organisation, name: of.organisationName })
  const money = await moneyByLink(db, token)
  const paid = money.flatMap(({ type, ...rest }): IatiTransaction[] =>
    type === 'plan' || type === '4' ? [] : [{ type, ...rest, provider: of.funder }],
  )
  const months = money.filter(({ type }) => type === '4').map(({ day, ...rest }) => ({ month: day, ...rest }))
  const spent = withoutSmall(months, { least: meetingsMin, today }).map(({ month, amount }): IatiTransaction => {
    const day = month.add({ months: 1 }).subtract({ days: 1 })
    return { type: '4', day, amount, currency: of.currency, minorDigits: of.minorDigits, provider: null }
  })
  return {
    ...{ identifier: `${reporting.ref}-${of.bank}`, title: of.title, description: of.title, reporting },
    ...{ funders: [of.funder], starts: of.starts, ends: of.ends, today, country, currency: of.currency, at: db.now },
    ...{ transactions: [...paid, ...spent], plans: money.filter(isPlan).map((one): IatiPlan => ({ ...one, provider: of.funder })) },
  }
}

const isPlan = ({ type }: LinkMoney) => type === 'plan'
