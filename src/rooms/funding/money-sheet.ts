import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { fundersOf } from '#hours/reads'
import { moneyReversed } from '#hours/standing-reads'
import { coordinatedBank } from './coordinated.ts'
import { limits } from './funding.ts'
import { commitmentsOf, contributionsOf, pledgesOf, receiptsOf, returnsOf, tranchesOf } from './reads.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One row of the sheet; amounts are plain text with all their digits, so that no program rounds them. */
type Row = {
  kind: 'pledge' | 'commitment' | 'tranche' | 'receipt' | 'in-kind' | 'return'
  funder: string
  day: Temporal.PlainDate
  amount: string
  currency: string
  number?: number
  rate?: string | null
  rateSource?: string | null
  ledger?: string
  theirs?: string
  who?: string
  reference?: string | null
  state?: string
}

async function rowsOf(db: Db, bank: Bank, say: Say): Promise<Row[]> {
  const gone = new Set(await moneyReversed(db, bank.id))
  const of = { bank: bank.id, limit: limits.sheetRowsMax }
  const inBank = (amount: bigint) => amountText(amount, bank.minorDigits)
  const back = ({ id }: { id: string }) => (gone.has(id) ? { state: say('funding.taken-back') } : {})
  const commitments = await commitmentsOf(db, of)
  const paid = (one: { amount: bigint; currency: string; minorDigits: number }) => ({
    amount: amountText(one.amount, one.minorDigits),
    currency: one.currency,
  })
  return [
    ...(await pledgesOf(db, of)).map((one): Row => ({ kind: 'pledge', ...one, day: one.saidOn, ...paid(one), ...back(one) })),
    ...commitments.map((one): Row => ({ kind: 'commitment', ...one, day: one.signedOn, ...paid(one) })),
    ...(await tranchesOf(db, of, [...gone])).map((one): Row => {
      const where = { funder: one.funder, number: one.position, reference: one.condition }
      return { kind: 'tranche', ...where, day: one.dueOn, ...paid(one) }
    }),
    ...(await receiptsOf(db, of)).map((one): Row => {
      const { number, rate, rateSource, funder, payer, reference } = one
      const theirs = `${amountText(one.reportAmount, one.reportDigits)} ${one.reportCurrency}`
      const worth = { ledger: inBank(one.ledgerAmount), theirs }
      return {
        kind: 'receipt',
        funder,
        number,
        rate,
        rateSource,
        day: one.valueDate,
        ...paid(one),
        ...worth,
        who: payer,
        reference,
        ...back(one),
      }
    }),
    ...(await contributionsOf(db, of)).map((one): Row => {
      const state = say(one.agreed === null ? 'funding.counts.waiting' : one.agreed ? 'funding.counts.yes' : 'funding.counts.no')
      const value = { amount: inBank(one.amount), currency: bank.currency }
      return { kind: 'in-kind', funder: one.funder, day: one.givenOn, ...value, reference: `${one.description} (${one.method})`, state }
    }),
    ...(await returnsOf(db, of)).map((one): Row => {
      const value = { amount: inBank(one.amount), currency: bank.currency, ledger: inBank(-one.amount) }
      return { kind: 'return', funder: one.funder, day: one.returnedOn, ...value, who: one.payee, reference: one.reference, ...back(one) }
    }),
  ]
}

async function sheetOf(db: Db, { say, params }: Asked) {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const names = new Map((await fundersOf(db, bank.id)).map(({ id, name }) => [id, name]))
  const headers = [
    ...[say('label.funding.kind'), say('label.bank.funder'), say('label.funding.number'), say('label.funding.day')],
    ...[say('label.funding.amount'), say('label.funding.currency'), say('label.funding.rate'), say('label.funding.rate-source')],
    ...[say('label.funding.amount-in', { currency: bank.currency }), say('label.funding.theirs'), say('label.funding.who')],
    ...[say('label.funding.reference'), say('label.funding.state')],
  ]
  const rows = (await rowsOf(db, bank, say)).map((row) => [
    ...[
      say(`funding.kind.${row.kind}`),
      names.get(row.funder) ?? '',
      String(row.number ?? ''),
      row.day.toString(),
      row.amount,
      row.currency,
    ],
    ...[row.rate ?? '', row.rateSource ?? '', row.ledger ?? '', row.theirs ?? '', row.who ?? '', row.reference ?? '', row.state ?? ''],
  ])
  return { bank, headers, rows }
}

/** All of a bank's money that came, was promised and went back, a row each. */
export async function moneyCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { bank, headers, rows } = await sheetOf(db, asked)
  return { name: `${bank.name} money.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function moneyXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { bank, headers, rows } = await sheetOf(db, asked)
  const bytes = await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' })
  return { name: `${bank.name} money.xlsx`, type: xlsxType, bytes }
}
