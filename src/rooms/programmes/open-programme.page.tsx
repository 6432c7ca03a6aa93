import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { FileField, Hidden, Radios, TextArea, TextField } from '#ui/field'
import { readPathwayFile } from './check-pathway.ts'
import { sayTexts } from './pathway-forms.ts'
import { pathways } from './pathways.ts'
import { joinings, limits } from './programme.ts'
import { sayRhythm } from './say-rhythm.ts'

/** One page, with everything proposed: a name is all that must be typed. */
export async function openProgrammePage(db: Db, { me, say, formId }: Asked, refused?: Again): Promise<View> {
  const again = refused && (await withFileSlips(refused))
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const weeks = pathways[0]?.lastsWeeks ?? 26
  const body = (
    <>
      <h1>{say('page.open-programme.head')}</h1>
      <p class="soft">{say('page.open-programme.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/organisations/${me?.organisation}/programmes`} enctype="multipart/form-data">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Radios
          say={say}
          name="template"
          label={say('page.open-programme.kind')}
          value={pathways[0]?.key}
          again={again}
          choices={kinds(say)}
        />
        <details open={again?.slips.some(({ field }) => field === 'file')}>
          <summary>{say('page.open-programme.from-file')}</summary>
          <FileField
            say={say}
            name="file"
            label={say('page.open-programme.file')}
            hint={say('page.open-programme.file-hint')}
            again={again}
            accept=".json,application/json"
          />
        </details>
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
  return pathways.map((pathway) => ({
    value: pathway.key,
    label: sayTexts(say, pathway.name),
    hint: `${sayTexts(say, pathway.description)} ${sayRhythm(say, pathway)}`,
  }))
}

/** What is wrong with the file that was chosen, slip by slip, where that is why it was refused. */
export async function withFileSlips(again: Again): Promise<Again> {
  const { file } = again.values
  if (!(file instanceof File) || !again.slips.some(({ key }) => key === 'refusal.programmes.pathwayUnread')) return again
  const read = await readPathwayFile(file)
  return 'slips' in read ? { ...again, slips: read.slips.map((slip) => ({ field: 'file', ...slip })) } : again
}
