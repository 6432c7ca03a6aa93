import type { Db } from '#ground/db'
import type { Again, Asked, FileOut, View } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { FileField, Hidden, Select } from '#ui/field'
import { withFileSlips } from './open-programme.page.tsx'
import { sayTexts } from './pathway-forms.ts'
import { partOf } from './pathway-part.page.tsx'
import { pathways } from './pathways.ts'
import { programmesSeen } from './reads.ts'

/** The whole pathway from elsewhere: one that ships, another programme's, or a file. */
export async function pathwaySourcePage(db: Db, asked: Asked, refused?: Again): Promise<View> {
  const { say, me } = asked
  const { programme, base, back, pathway, version } = await partOf(db, asked)
  const again = refused && (await withFileSlips(refused))
  const others = (await programmesSeen(db)).filter(({ id }) => id !== programme.id && me?.scope.programmes.includes(id))
  const choices = [
    ...pathways.map(({ key, name }) => ({ value: key, label: say('page.pathway.shipped', { name: sayTexts(say, name) }) })),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const title = say('page.pathway.copy')
  const body = (
    <>
      {back}
      <h1>{title}</h1>
      <p>{say('page.pathway.copy-lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`${base}/source`} class="card">
        <Hidden name="version" value={String(version)} />
        <Select say={say} name="from" label={say('page.pathway.copy-from')} value={pathway.key} again={again} choices={choices} />
        <button type="submit">{say('page.pathway.copy-do')}</button>
      </form>
      <form method="post" action={`${base}/file`} class="card" enctype="multipart/form-data">
        <Hidden name="version" value={String(version)} />
        <FileField
          say={say}
          name="file"
          label={say('page.open-programme.file')}
          hint={say('page.pathway.file-hint')}
          again={again}
          accept=".json,application/json"
        />
        <button type="submit" class="second">
          {say('page.pathway.file-do')}
        </button>
      </form>
    </>
  )
  return { title, body }
}

/** The pathway as a file, as it can be brought back or opened anew. */
export async function pathwayJson(db: Db, asked: Asked): Promise<FileOut> {
  const { pathway } = await partOf(db, asked)
  return { name: `${pathway.key}.json`, type: 'application/json', bytes: new TextEncoder().encode(`${JSON.stringify(pathway, null, 2)}\n`) }
}
