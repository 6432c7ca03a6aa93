import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { correspondentsOf } from '#partnerships/correspondent'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { When } from '#ui/when'
import { sayTopics, sayUntil } from './letters.ts'
import { type Ask, progressOf } from './reads.ts'
import { StateTag } from './state-tag.tsx'

/** What a coordinator sees of an ask: who asks, the topics, the state and the dates; never the text, nor who was asked. */
export async function coordinatorView(db: Db, { say }: Asked, ask: Ask): Promise<View> {
  const who = (await correspondentsOf(db, [ask.asker])).get(ask.asker)
  const progress = await progressOf(db, ask.id)
  const title = say('page.ask.coordinator.title', { topics: sayTopics(say, ask.topics) })
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${ask.programme}`}>{say('page.ask.coordinator.back')}</a>
      </p>
      <h1>{title}</h1>
      <p>{say('page.ask.coordinator.text')}</p>
      <Facts
        facts={[
          [say('label.ask.asker'), who ? <Name name={who.fullName} /> : null],
          [say('label.ask.state'), <StateTag say={say} ask={ask} />],
          [say('label.ask.asked'), progress?.nth ? say('page.ask.coordinator.nth', { nth: progress.nth, of: progress.of }) : null],
          [say('label.ask.until'), progress ? sayUntil(say, progress.until) : null],
          [say('label.ask.sent'), ask.sentAt ? <When say={say} at={ask.sentAt} /> : null],
          [say('label.ask.ended'), ask.endedAt ? <When say={say} at={ask.endedAt} /> : null],
          [say('label.ask.how'), ask.endReason ? say(`end.ask.${ask.endReason}`) : null],
        ]}
      />
    </>
  )
  return { title, body }
}
