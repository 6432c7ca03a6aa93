import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, Markup, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { findProgramme } from '#programmes/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextField, Tick } from '#ui/field'
import { Name } from '#ui/name'
import { limits } from './bank.ts'
import { funderRows } from './open-bank.form.ts'
import { bankOf } from './reads.ts'

/** The bank of a programme: where it is, or the form that opens it. */
export async function programmeBankPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const bank = await bankOf(db, programme.id)
  const title = say('page.open-bank.title', { programme: programme.name })
  const head = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{say('page.open-bank.head')}</h1>
    </>
  )
  if (bank) {
    const body = (
      <>
        {head}
        <p>{say('page.open-bank.there')}</p>
        <p>
          <a class="button" href={`/banks/${bank.id}`}>
            <Name name={bank.name} />
          </a>
        </p>
      </>
    )
    return { title, body }
  }
  const starts = sayShortDay(say, programme.startsOn)
  return {
    title,
    body: <Form say={say} programme={programme.id} id={String(again?.values.id ?? formId)} head={head} starts={starts} again={again} />,
  }
}

type FormProps = { say: Say; programme: string; id: string; head: Markup; starts: string; again: Again | undefined }

function Form({ say, programme, id, head, starts, again }: FormProps) {
  return (
    <>
      {head}
      <p class="soft">{say('page.open-bank.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/programmes/${programme}/bank`}>
        <Hidden name="id" value={id} />
        <Hidden name="budgetName" value={say('page.open-bank.budget-name')} />
        <TextField
          say={say}
          name="name"
          label={say('page.open-bank.name')}
          hint={say('page.open-bank.name-hint')}
          maxlength={limits.nameCharsMax}
          again={again}
        />
        <TextField
          say={say}
          name="currency"
          label={say('page.open-bank.currency')}
          hint={say('page.open-bank.currency-hint')}
          value="AFN"
          short
          again={again}
        />
        <TextField
          say={say}
          name="perHour"
          label={say('page.open-bank.per-hour')}
          hint={say('page.open-bank.per-hour-hint')}
          inputmode="numeric"
          short
          again={again}
        />
        <TextField
          say={say}
          name="fromDay"
          label={say('page.open-bank.from')}
          hint={say('page.date-hint')}
          value={starts}
          short
          again={again}
        />
        <TextField
          say={say}
          name="hours"
          label={say('page.open-bank.hours')}
          hint={say('page.open-bank.hours-hint')}
          inputmode="numeric"
          short
          again={again}
        />
        <TextField say={say} name="step" label={say('page.open-bank.step')} inputmode="numeric" value="15" short again={again} />
        <TextField say={say} name="least" label={say('page.open-bank.least')} inputmode="numeric" value="15" short again={again} />
        <h2>{say('page.open-bank.who-pays')}</h2>
        <p class="soft">{say('page.open-bank.who-pays-lead')}</p>
        {Array.from({ length: funderRows }, (_, at) => (
          <FunderRow say={say} nth={at + 1} again={again} />
        ))}
        <TextField
          say={say}
          name="clientShare"
          label={say('page.open-bank.client-share')}
          hint={say('page.open-bank.client-share-hint')}
          inputmode="numeric"
          short
          optional
          again={again}
        />
        <TextField
          say={say}
          name="clientName"
          label={say('page.open-bank.client-name')}
          value={say('page.open-bank.client')}
          short
          optional
          again={again}
        />
        <Tick say={say} name="budget" label={say('page.open-bank.budget')} hint={say('page.open-bank.budget-hint')} ticked again={again} />
        <Radios
          say={say}
          name="dryRule"
          label={say('page.open-bank.dry')}
          value="stop"
          again={again}
          choices={[
            { value: 'stop', label: say('bank.dry.stop'), hint: say('bank.dry.stop.hint') },
            { value: 'others-cover', label: say('bank.dry.others-cover'), hint: say('bank.dry.others-cover.hint') },
          ]}
        />
        <p class="soft">{say('page.open-bank.rules-later')}</p>
        <button type="submit">{say('page.open-bank.open')}</button>
      </form>
    </>
  )
}

function FunderRow({ say, nth, again }: { say: Say; nth: number; again: Again | undefined }) {
  const typed = again && ['funder', 'share', 'reports', 'covers'].some((field) => again.values[`${field}${nth}`])
  return (
    <details open={nth <= 2 || Boolean(typed)}>
      <summary>{say('page.open-bank.funder-nth', { nth })}</summary>
      <TextField say={say} name={`funder${nth}`} label={say('page.open-bank.funder')} maxlength={limits.nameCharsMax} again={again} />
      <TextField
        say={say}
        name={`share${nth}`}
        label={say('page.open-bank.share')}
        hint={say('page.open-bank.share-hint')}
        inputmode="numeric"
        short
        again={again}
      />
      <TextField
        say={say}
        name={`reports${nth}`}
        label={say('page.open-bank.reports')}
        hint={say('page.open-bank.reports-hint')}
        short
        optional
        again={again}
      />
      <TextField
        say={say}
        name={`covers${nth}`}
        label={say('page.open-bank.covers')}
        hint={say('page.open-bank.covers-hint')}
        inputmode="numeric"
        short
        optional
        again={again}
      />
    </details>
  )
}
