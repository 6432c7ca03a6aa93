import type { Db } from '#ground/db'
import type { Again, Asked, Page, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Pager, pageOf } from '#ui/pager'
import { Above, apart, pathOf, WhoReads } from './around.tsx'
import { type Draft, limits, type NoteKind } from './note.ts'
import { NoteList } from './note-list.tsx'
import { countNotes, findDraft, notesOf } from './reads.ts'
import { SearchBox } from './search-box.tsx'
import { type Standing, standingOf } from './standing.ts'
import { Typed, Writing } from './writing.tsx'

/** What the two wrote for each other, or what one wrote for themselves: two pages, so that nobody writes in the wrong place. */
export const notesPage =
  (kind: NoteKind): Page =>
  async (db: Db, asked: Asked, again?: Again): Promise<View> => {
    const { say, query } = asked
    const partnership = asked.params.partnership ?? ''
    const standing = await standingOf(db, partnership)
    const count = await countNotes(db, { partnership, kind })
    const pages = Math.ceil(count / limits.notesShownMax)
    const page = pageOf(query, pages)
    const notes = await notesOf(db, { partnership, kind, page })
    const draft = standing.isOver ? undefined : await findDraft(db, { kind, item: partnership })
    const title = say(`page.notebook.${kind}.title`, { name: apart(standing.two.partner.name) })
    const body = (
      <>
        <Above say={say} standing={standing} {...(kind === 'private' ? { to: 'shared' as const } : {})} />
        <h1>{title}</h1>
        <ErrorSummary say={say} again={again} />
        <WhoReads say={say} standing={standing} of={kind} />
        {standing.isOver ? <Typed say={say} again={again} /> : null}
        {!standing.isOver && page === 1 ? <NewNote {...{ asked, again, kind, standing, draft, isFirst: count === 0 }} /> : null}
        {count === 0 ? (
          <Empty>
            <p>{say(`page.notebook.${kind}.none`)}</p>
          </Empty>
        ) : (
          <NoteList say={say} standing={standing} notes={notes} />
        )}
        <Pager say={say} path={pathOf(partnership, kind)} query={query} page={page} pages={pages} label={title} />
        {count > 0 && standing.destroyed === null ? <SearchBox say={say} partnership={partnership} /> : null}
        {kind === 'shared' ? <More say={say} partnership={partnership} /> : null}
      </>
    )
    return { title, body }
  }

type NewNoteProps = {
  asked: Asked
  again: Again | undefined
  kind: NoteKind
  standing: Standing
  draft: Draft | undefined
  isFirst: boolean
}

function NewNote({ asked: { say, formId }, again, kind, standing, draft, isFirst }: NewNoteProps) {
  const path = pathOf(standing.two.pair.id, kind)
  const writing = (
    <Writing
      say={say}
      again={again}
      action={path}
      draftAction={`${path}/draft`}
      fields={{ id: String(again?.values.id ?? formId) }}
      label={say(`page.notebook.${kind}.write`)}
      seen={say(kind === 'shared' ? 'seen.two' : 'seen.me')}
      charsMax={limits.noteCharsMax}
      rows={6}
      draft={draft}
      save={say(`page.notebook.${kind}.save`)}
      isOnHold={kind === 'shared' && standing.isOnHold}
    />
  )
  if (isFirst) return writing
  return (
    <details open={again !== undefined || draft !== undefined}>
      <summary>{say(`page.notebook.${kind}.new`)}</summary>
      {writing}
    </details>
  )
}

/** What else the two write, each where it is used. */
function More({ say, partnership }: { say: Say; partnership: string }) {
  const path = `/partnerships/${partnership}`
  return (
    <>
      <h2>{say('page.notebook.more')}</h2>
      <ul>
        {(['private-notes', 'goals', 'meetings', 'reviews'] as const).map((place) => (
          <li>
            <a href={`${path}/${place}`}>{say(`page.notebook.to.${place}`)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
