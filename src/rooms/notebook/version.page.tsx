import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import { ToDisclosure } from '#partnerships/to-disclosure'
import { When } from '#ui/when'
import { Above, apart, WhoReads } from './around.tsx'
import { findNote, findVersion } from './reads.ts'
import { standingOf } from './standing.ts'

/** One text of a note as it stood at a time, for who may read the note; with the ways to the texts before and after. */
export async function versionPage(db: Db, { say, params }: Asked): Promise<View> {
  const note = found(await findNote(db, params.note ?? ''))
  const standing = await standingOf(db, note.partnership, [note])
  const nth = /^[1-9][0-9]{0,2}$/.test(params.version ?? '') ? Number(params.version) : 0
  const { version, at, text } = found(await findVersion(db, note, nth))
  const title = say(`page.note.${note.kind}.title`, { name: apart(standing.two.partner.name) })
  const path = `/notes/${note.id}`
  const body = (
    <>
      <Above say={say} standing={standing} to={note.kind} />
      <h1>{title}</h1>
      <WhoReads say={say} standing={standing} of={note.kind} />
      <p>
        {say('page.note.version-of', { version, newest: note.version })} <When say={say} at={at} />
      </p>
      {text === null ? null : (
        <p class="card written" dir="auto">
          {text}
        </p>
      )}
      <p class="pager">
        {version > 1 ? <a href={`${path}/versions/${version - 1}`}>{say('page.note.before')}</a> : null}
        {version < note.version ? <a href={`${path}/versions/${version + 1}`}>{say('page.note.after')}</a> : null}
        <a href={path}>{say('page.note.now')}</a>
      </p>
      <ToDisclosure say={say} partnership={note.partnership} item={`${note.kind}-note:${note.id}:${version}`} />
    </>
  )
  return { title, body }
}
