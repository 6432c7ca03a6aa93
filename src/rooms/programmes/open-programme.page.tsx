import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import { type Say, sayKey } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextArea, TextField } from '#ui/field'
import { joinings, limits } from './programme.ts'
import { templates } from './templates.ts'

/** One page, with everything proposed: a name is all that must be typed. */
export async function openProgrammePage(db: Db, { me, say, formId }: Asked, again?: Again): Promise<View> {
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const weeks = templates[0]?.lengthWeeks ?? 26
  const body = (
    <>
      <h1>{say('page.open-programme.head')}</h1>
      <p class="soft">{say('page.open-programme.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/organisations/${me?.organisation}/programmes`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Radios
          say={say}
          name="template"
          label={say('page.open-programme.kind')}
          value={templates[0]?.key}
          again={again}
          choices={kinds(say)}
        />
        <TextField
          say={say}
          name="name"
          label={say('page.open-programme.name')}
          hint={say('page.open-programme.name-hint')}
          maxlength={limits.nameCharsMax}
          again={again}
        />
        <TextArea
          say={say}
          name="purpose"
          label={say('page.open-programme.purpose')}
          seen={say('seen.organisation')}
          optional
          rows={3}
          maxlength={limits.purposeCharsMax}
          again={again}
        />
        <TextField
          say={say}
          name="startsOn"
          label={say('page.open-programme.starts')}
          hint={say('page.date-hint')}
          short
          value={sayShortDay(say, today)}
          again={again}
        />
        <TextField
          say={say}
          name="endsOn"
          label={say('page.open-programme.ends')}
          short
          value={sayShortDay(say, today.add({ weeks }))}
          again={again}
        />
        <Radios
          say={say}
          name="joining"
          label={say('page.open-programme.joining')}
          value="organisation"
          again={again}
          choices={joinings.map((value) => ({ value, label: say(`joining.${value}`), hint: say(`joining.${value}.hint`) }))}
        />
        <button type="submit">{say('page.open-programme.open')}</button>
      </form>
    </>
  )
  return { title: say('page.open-programme.title'), body }
}

function kinds(say: Say) {
  return templates.map(({ key, name, description, cadence }) => ({
    value: key,
    label: sayKey(say, name),
    hint: `${sayKey(say, description)} ${sayKey(say, cadence)}`,
  }))
}
