import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { When } from '#ui/when'
import { Above, apart, sayWho } from './around.tsx'
import { newestMessages } from './message-reads.ts'
import { limits } from './note.ts'
import { findDraft, newestNotes } from './reads.ts'
import { holdsAll, pieceWith, wordsIn } from './search.ts'
import { SearchBox } from './search-box.tsx'
import { type Standing, standingOf } from './standing.ts'

type Item = { href: string; author: string; at: Temporal.Instant; text: string; kind: 'shared' | 'private' | 'message' }

/** Looks through what one may read in a notebook: opened in memory for this one answer, and kept in no index. */
export async function searchPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const partnership = params.partnership ?? ''
  const standing = await standingOf(db, partnership, [])
  const query = again ? null : await queryOf(db, partnership)
  const title = say('page.notebook.search-title', { name: apart(standing.two.partner.name) })
  const body = (
    <>
      <Above say={say} standing={standing} to="shared" />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <SearchBox say={say} partnership={partnership} again={again} query={query ?? ''} />
      {query === null ? null : await found(db, say, standing, wordsIn(query))}
    </>
  )
  return { title, body }
}

/** What was asked just now; whoever comes later begins anew. */
async function queryOf(db: Db, partnership: string): Promise<string | null> {
  const asked = await findDraft(db, { kind: 'search', item: partnership })
  if (asked === undefined || asked.at.until(db.now).total('minutes') > limits.searchMinutes) return null
  return asked.text
}

/** Everything that one may read, the newest first, so much of it as is searched. */
async function itemsOf(db: Db, partnership: string): Promise<Item[]> {
  const notes = (await newestNotes(db, partnership)).map(
    ({ id, author, wordedAt, text, kind }): Item => ({ href: `/notes/${id}`, author, at: wordedAt, text: text ?? '', kind }),
  )
  const messages = (await newestMessages(db, partnership)).map(
    ({ meeting, author, at, text }): Item => ({ href: `/meetings/${meeting}#messages`, author, at, text: text ?? '', kind: 'message' }),
  )
  return [...notes, ...messages].sort((one, other) => Temporal.Instant.compare(other.at, one.at)).slice(0, limits.searchedMax)
}

async function found(db: Db, say: Say, standing: Standing, words: readonly string[]) {
  const items = await itemsOf(db, standing.two.pair.id)
  const hits = words.length === 0 ? [] : items.filter(({ text }) => holdsAll(text, words))
  return (
    <>
      <h2>{say('page.notebook.found', { count: hits.length })}</h2>
      {hits.length > limits.foundShownMax ? <p>{say('page.notebook.found-newest', { max: limits.foundShownMax })}</p> : null}
      {items.length === limits.searchedMax ? <p class="soft">{say('page.notebook.searched', { max: limits.searchedMax })}</p> : null}
      <ul class="plain">
        {hits.slice(0, limits.foundShownMax).map(({ href, author, at, text, kind }) => (
          <li class="card">
            <p dir="auto">
              <a href={href}>{pieceWith(text, words)}</a>
            </p>
            <p class="small soft">
              {say(`page.notebook.found-${kind}`, { who: sayWho(say, standing.two, author) })} <When say={say} at={at} day />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
