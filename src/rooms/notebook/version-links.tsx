import type { Say } from '#ground/words'
import { When } from '#ui/when'
import { limits, type NoteVersion } from './note.ts'

type Links = { say: Say; note: string; versions: readonly Omit<NoteVersion, 'text'>[]; newest: number }

/** A note's earlier texts, each on a page of its own; the newest so many. */
export function VersionLinks({ say, note, versions, newest }: Links) {
  const earlier = versions.filter(({ version }) => version < newest)
  if (earlier.length === 0) return null
  return (
    <details>
      <summary>{say('page.note.versions', { count: newest - 1 })}</summary>
      <ul>
        {earlier.map(({ version, at }) => (
          <li>
            <a href={`/notes/${note}/versions/${version}`}>
              {say('page.note.version', { version })} <When say={say} at={at} />
            </a>
          </li>
        ))}
      </ul>
      {newest > limits.versionsShownMax ? <p class="small soft">{say('page.note.versions-newest', { max: earlier.length })}</p> : null}
    </details>
  )
}
