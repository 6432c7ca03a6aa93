import type { Say } from '#ground/words'
import { When } from '#ui/when'
import { sayWho } from './around.tsx'
import type { NoteLine } from './note.ts'
import type { Standing } from './standing.ts'

/** Notes by their first words, who wrote them and when; of one that was taken back, by whom and when. */
export function NoteList({ say, standing, notes }: { say: Say; standing: Standing; notes: readonly NoteLine[] }) {
  return (
    <ul class="plain">
      {notes.map((note) => (
        <li class="card">
          <First say={say} note={note} />
          <p class="small soft">
            {say(note.end ? 'page.notebook.taken-back-by' : 'page.notebook.by', {
              who: sayWho(say, standing.two, note.author),
              mine: note.author === standing.two.pair[standing.two.side] ? 'yes' : 'no',
            })}{' '}
            <When say={say} at={note.end?.at ?? note.madeAt} day />
            {note.end === null && note.version > 1 ? ` ${say('page.notebook.changed', { count: note.version - 1 })}` : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

function First({ say, note: { id, first, end } }: { say: Say; note: NoteLine }) {
  if (end) return null
  return (
    <p dir="auto">
      <a href={`/notes/${id}`}>{first ?? say('page.notebook.unreadable')}</a>
    </p>
  )
}
