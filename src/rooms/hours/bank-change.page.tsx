import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import type { Again, Asked, Markup, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextField, Tick } from '#ui/field'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { termNumbers } from './bank.form.ts'
import { keptBank } from './bank.page.tsx'
import type { Bank } from './bank.ts'
import { sayMoney } from './money.ts'
import { closedThrough, tariffsOf, termsOf } from './reads.ts'

/** The head of a page about one thing of a bank, with the way back. */
export function Of({ bank, head }: { bank: Bank; head: Markup }) {
  return (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}`}>
          <Name name={bank.name} />
        </a>
      </p>
      <h1>{head}</h1>
    </>
  )
}

/** What an hour costs, over time, and the form that changes it from a day on. */
export async function tariffPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const bank = await keptBank(db, params.bank)
  const tariffs = await tariffsOf(db, bank.id)
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const body = (
    <>
      <Of bank={bank} head={say('page.tariff.head')} />
      <p class="soft">{say('page.tariff.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <Table
        caption={say('page.tariff.so-far')}
        rows={tariffs}
        columns={[
          { head: say('label.bank.from-day'), rowHead: true, cell: ({ fromDay }) => <Day say={say} date={fromDay} /> },
          { head: say('label.bank.per-hour'), number: true, cell: ({ perHour }) => sayMoney(say, perHour, bank) },
        ]}
      />
      <form method="post" action={`/banks/${bank.id}/tariff`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField
          say={say}
          name="perHour"
          label={say('page.tariff.per-hour', { currency: bank.currency })}
          inputmode="numeric"
          short
          again={again}
        />
        <TextField
          say={say}
          name="fromDay"
          label={say('label.bank.from-day')}
          hint={say('page.date-hint')}
          value={sayShortDay(say, today)}
          short
          again={again}
        />
        <button type="submit">{say('page.tariff.set')}</button>
      </form>
    </>
  )
  return { title: say('page.tariff.title', { bank: bank.name }), body }
}

/** The rules beside the money, each as a number that may be changed. */
export async function termsPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const bank = await keptBank(db, params.bank)
  const terms = await termsOf(db, bank.id)
  const plain = (amount: bigint) => amountText(amount, bank.minorDigits).replace(/\.0+$/, '')
  const body = (
    <>
      <Of bank={bank} head={say('page.terms.head')} />
      <p class="soft">{say('page.terms.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/banks/${bank.id}/terms`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        {termNumbers.map(({ name }) => (
          <TextField
            say={say}
            name={name}
            label={say(`page.terms.${name}`)}
            inputmode="numeric"
            value={String(terms[name])}
            short
            again={again}
          />
        ))}
        <TextField
          say={say}
          name="dueMax"
          label={say('page.terms.dueMax', { currency: bank.currency })}
          hint={say('page.terms.dueMax-hint')}
          inputmode="numeric"
          value={terms.dueMax === null ? '' : plain(terms.dueMax)}
          short
          optional
          again={again}
        />
        <TextField
          say={say}
          name="twoPersonsOver"
          label={say('page.terms.twoPersonsOver', { currency: bank.currency })}
          inputmode="numeric"
          value={plain(terms.twoPersonsOver)}
          short
          again={again}
        />
        <Radios say={say} name="dryRule" label={say('page.open-bank.dry')} value={terms.dryRule} again={again} choices={dryChoices(say)} />
        <Tick
          say={say}
          name="clientMayCover"
          label={say('page.terms.clientMayCover')}
          hint={say('page.terms.clientMayCover-hint')}
          again={again}
          ticked={terms.clientMayCover}
        />
        <button type="submit">{say('page.terms.save')}</button>
      </form>
    </>
  )
  return { title: say('page.terms.title', { bank: bank.name }), body }
}

const dryChoices = (say: Say) => [
  { value: 'stop', label: say('bank.dry.stop'), hint: say('bank.dry.stop.hint') },
  { value: 'others-cover', label: say('bank.dry.others-cover'), hint: say('bank.dry.others-cover.hint') },
]

/** Up to which day the books are closed, and the form that closes further. */
export async function closingsPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const bank = await keptBank(db, params.bank)
  const closed = await closedThrough(db, bank.id)
  const body = (
    <>
      <Of bank={bank} head={say('page.closings.head')} />
      <p>{closed ? say('page.closings.through', { day: sayShortDay(say, closed) }) : say('page.closings.none')}</p>
      <p class="soft">{say('page.closings.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/banks/${bank.id}/closings`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField say={say} name="through" label={say('page.closings.day')} hint={say('page.date-hint')} short again={again} />
        <button type="submit">{say('page.closings.close')}</button>
      </form>
    </>
  )
  return { title: say('page.closings.title', { bank: bank.name }), body }
}
