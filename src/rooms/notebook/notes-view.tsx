import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Pager } from '#ui/pager'
import { Above, apart, pathOf, WhoReads } from './around.tsx'
import { type Draft, limits, type NoteKind, type NoteLine } from './note.ts'
import { NoteList } from './note-list.tsx'
import { SearchBox } from './search-box.tsx'
import type { Standing } from './standing.ts'
import { Typed, Writing } from './writing.tsx'

/** A page of notes, as it was asked for. */
export type NotesSeen = {
  kind: NoteKind
  standing: Standing
  notes: readonly NoteLine[]
  count: number
  page: number
  pages: number
  draft: Draft | undefined
}

/** Draws a page of notes: who reads them, the form to add one, those that are there, and the ways on. */
export function notesView(asked: Asked, again: Again | undefined, seen: NotesSeen): View {
  const { say, query } = asked
  const { kind, standing, notes, count, page, pages } = seen
  const { id } = standing.two.pair
  const title = say(`page.notebook.${kind}.title`, { name: apart(standing.two.partner.name) })
  const body = (
    <>
      <Above say={say} standing={standing} {...(kind === 'private' ? { to: 'shared' as const } : {})} />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <WhoReads say={say} standing={standing} of={kind} />
      {standing.isOver ? <Typed say={say} again={again} /> : null}
      {!standing.isOver && page === 1 ? <NewNote asked={asked} again={again} seen={seen} /> : null}
      {count === 0 ? (
        <Empty>
          <p>{say(`page.notebook.${kind}.none`)}</p>
        </Empty>
      ) : (
        <NoteList say={say} standing={standing} notes={notes} />
      )}
      <Pager say={say} path={pathOf(id, kind)} query={query} page={page} pages={pages} label={title} />
      {standing.destroyed === null ? <SearchBox say={say} partnership={id} /> : null}
      {kind === 'shared' ? <More say={say} partnership={id} /> : null}
    </>
  )
  return { title, body }
}

function NewNote({ asked: { say, formId }, again, seen }: { asked: Asked; again: Again | undefined; seen: NotesSeen }) {
  const { kind, standing, draft, count } = seen
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
  if (count === 0) return writing
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
