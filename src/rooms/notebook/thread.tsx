import type { Db } from '#ground/db'
import type { Again, Asked } from '#ground/route'
import type { Say } from '#ground/words'
import { ToDisclosure } from '#partnerships/to-disclosure'
import { Pager, pageOf } from '#ui/pager'
import { When } from '#ui/when'
import { sayWho, WhoReads } from './around.tsx'
import { countMessages, messagesAt } from './message-reads.ts'
import { type Draft, limits, type Message } from './note.ts'
import { findDraft } from './reads.ts'
import { type Standing, standingOf } from './standing.ts'
import { Typed, Writing } from './writing.tsx'

/** What is written at a meeting, as one of the two sees it there. */
export type ThreadSeen = { meeting: string; standing: Standing; messages: Message[]; page: number; pages: number; draft: Draft | undefined }

export async function threadAt(db: Db, { query }: Asked, at: { partnership: string; meeting: string }): Promise<ThreadSeen> {
  const { meeting } = at
  const pages = Math.ceil((await countMessages(db, meeting)) / limits.messagesShownMax)
  const page = pageOf(query, pages)
  const messages = await messagesAt(db, meeting, page)
  const standing = await standingOf(db, at.partnership, messages)
  const draft = standing.isOver ? undefined : await findDraft(db, { kind: 'message', item: meeting })
  return { meeting, standing, messages, page, pages, draft }
}

type ThreadProps = { asked: Asked; again: Again | undefined; thread: ThreadSeen }

/** A few lines of both at a meeting, the newest page first, and the form to add one. */
export function Thread({ asked, again: sent, thread }: ThreadProps) {
  const { say, query } = asked
  const { meeting, standing, messages, page, pages } = thread
  const again = sent?.values.text === undefined ? undefined : sent
  const path = `/meetings/${meeting}`
  return (
    <section id="messages">
      <h2>{say('page.thread.title')}</h2>
      <WhoReads say={say} standing={standing} of="shared" />
      <Messages say={say} standing={standing} messages={messages} />
      <Pager say={say} path={path} query={query} page={page} pages={pages} label={say('page.thread.title')} />
      {standing.isOver ? <Typed say={say} again={again} /> : <Write asked={asked} again={again} thread={thread} />}
      {messages.length === 0 ? null : <ToDisclosure say={say} partnership={standing.two.pair.id} />}
    </section>
  )
}

function Messages({ say, standing, messages }: { say: Say; standing: Standing; messages: readonly Message[] }) {
  if (messages.length === 0) return <p class="soft">{say('page.thread.none')}</p>
  return (
    <ul class="plain">
      {messages.map(({ author, at, text }) => (
        <li class="card">
          <p class="small soft">
            {say('page.notebook.by', {
              who: sayWho(say, standing.two, author),
              mine: author === standing.two.pair[standing.two.side] ? 'yes' : 'no',
            })}{' '}
            <When say={say} at={at} />
          </p>
          <p class="written" dir="auto">
            {text ?? say('page.notebook.unreadable')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Write({ asked: { say, formId }, again, thread }: ThreadProps) {
  const { meeting, standing, draft } = thread
  const path = `/meetings/${meeting}`
  return (
    <Writing
      say={say}
      again={again}
      action={`${path}/messages`}
      draftAction={`${path}/draft`}
      fields={{ id: String(again?.values.id ?? formId) }}
      label={say('page.thread.write')}
      seen={say('seen.two')}
      charsMax={limits.messageCharsMax}
      rows={3}
      draft={draft}
      save={say('page.thread.save')}
      isOnHold={standing.isOnHold}
    />
  )
}
