import type { Again, Asked, Page } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Radios, TextField } from '#ui/field'
import { limits } from './person.ts'
import { Reading } from './reading.page.tsx'
import { limits as sessionLimits } from './session.ts'
import { findFoundingLink } from './sign-in-reads.ts'

/** The first page of a new house: whose it is, who administers it, and how to begin. */
export const beginHousePage: Page = async (db, asked, again) => {
  const { say, params } = asked
  const isOpen = (await findFoundingLink(db, params.token ?? '')) !== undefined
  const body = (
    <>
      <h1>{say('page.first.head')}</h1>
      <ErrorSummary say={say} again={again} />
      {isOpen ? <BeginForm asked={asked} again={again} /> : <Begun asked={asked} />}
    </>
  )
  return { title: say('page.first.title'), body }
}

function Begun({ asked: { say } }: { asked: Asked }) {
  return (
    <>
      <p>{say('page.first.begun')}</p>
      <p>
        <a href="/sign-in">{say('page.sign-in.title')}</a>
      </p>
    </>
  )
}

function BeginForm({ asked: { say, params }, again }: { asked: Asked; again: Again | undefined }) {
  return (
    <form method="post" action={`/first-administrator/${encodeURIComponent(params.token ?? '')}`}>
      <p>{say('page.first.lead')}</p>
      <TextField say={say} name="organisation" label={say('page.first.organisation')} autocomplete="organization" again={again} />
      <TextField
        say={say}
        name="fullName"
        label={say('page.first.name')}
        hint={say('page.first.name-hint')}
        autocomplete="name"
        maxlength={limits.nameCharsMax}
        again={again}
      />
      <TextField
        say={say}
        name="email"
        label={say('page.sign-in.address')}
        hint={say('page.first.address-hint', { days: sessionLimits.sessionDays })}
        type="email"
        inputmode="email"
        autocomplete="email"
        again={again}
      />
      <Reading say={say} again={again} />
      <Radios
        say={say}
        name="start"
        label={say('page.first.start')}
        value="sample"
        again={again}
        choices={(['sample', 'empty'] as const).map((value) => ({
          value,
          label: say(`page.first.${value}`),
          hint: say(`page.first.${value}-hint`),
        }))}
      />
      <button type="submit">{say('page.first.begin')}</button>
    </form>
  )
}
