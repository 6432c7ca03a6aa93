import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { calendars, type Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Radios, Select, TextField } from '#ui/field'
import { limits } from './person.ts'
import { limits as sessionLimits } from './session.ts'

/** The first page of a new house: whose it is, who administers it, and how to begin. */
export async function firstAdministratorPage(_db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const body = (
    <>
      <h1>{say('page.first.head')}</h1>
      <p>{say('page.first.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/first-administrator/${encodeURIComponent(params.token ?? '')}`}>
        <TextField
          say={say}
          name="organisation"
          label={say('page.first.organisation')}
          autocomplete="organization"
          maxlength={200}
          again={again}
        />
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
          name="address"
          label={say('page.sign-in.address')}
          hint={say('page.first.address-hint', { days: sessionLimits.sessionDays })}
          type="email"
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
    </>
  )
  return { title: say('page.first.title'), body }
}

/** How somebody reads: language, calendar, zone. */
export function Reading({
  say,
  again,
  value,
}: {
  say: Say
  again?: Again | undefined
  value?: { language: string; calendar: string; zone: string }
}) {
  const zones = [...new Set([value?.zone ?? say.zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <>
      <Radios
        say={say}
        name="language"
        label={say('label.language')}
        value={value?.language ?? say.language}
        again={again}
        row
        choices={[
          { value: 'en', label: 'English' },
          { value: 'fa-AF', label: 'دری' },
        ]}
      />
      <Radios
        say={say}
        name="calendar"
        label={say('label.calendar')}
        value={value?.calendar ?? say.calendar}
        again={again}
        row
        choices={calendars.map((one) => ({ value: one, label: say(`calendar.${one}`) }))}
      />
      <Select
        say={say}
        name="zone"
        label={say('label.zone')}
        value={value?.zone ?? say.zone}
        again={again}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
    </>
  )
}
