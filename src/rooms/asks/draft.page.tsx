import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { pathwayOf } from '#programmes/pathway-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Person } from '#ui/name'
import { Card, Notice } from '#ui/notice'
import { AskedPreview } from './asked-words.tsx'
import { apart } from './letters.ts'
import type { Ask } from './reads.ts'
import { placeOf, type SeenPerson, sayWhy, seenPeople } from './seen-people.ts'
import { Times } from './times-list.tsx'
import { TopicsForm } from './topics-form.tsx'

/** Before it is sent: what was understood, whom it would go to and why, and what they would read, exactly. */
export async function draftView(db: Db, { say }: Asked, ask: Ask, again?: Again): Promise<View> {
  const people = await seenPeople(db, ask)
  const me = found((await correspondentsOf(db, [ask.asker])).get(ask.asker))
  const { answerWorkingDays } = (await pathwayOf(db, ask.programme)).asks
  const title = say('page.ask.draft.title', { count: people.length })
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        {people.length > 0 ? say('page.ask.draft.order') : say(ask.topics.length > 0 ? 'page.ask.draft.nobody' : 'page.ask.draft.no-topic')}
      </p>
      {people.map((one, at) => (
        <Suggested say={say} ask={ask.id} one={one} isFirst={at === 0} count={people.length} />
      ))}
      {people.length > 0 ? <AskedPreview say={say} name={me.name} ask={ask} /> : null}
      {ask.topics.length === 0 ? null : <Send say={say} ask={ask.id} name={people[0]?.who.name ?? null} days={answerWorkingDays} />}
      <TopicsForm say={say} ask={ask} again={again} />
      <Button action={`/asks/${ask.id}/taking-back`} label={say('page.ask.throw-away')} kind="quiet" />
    </>
  )
  return { title, body }
}

function Suggested({ say, ask, one, isFirst, count }: { say: Say; ask: string; one: SeenPerson; isFirst: boolean; count: number }) {
  const { person, who, reasons, times } = one
  const name = apart(who.name)
  return (
    <Card now={isFirst}>
      <h2>
        <Person name={who.fullName} detail={placeOf(who)} />
      </h2>
      <p>{sayWhy(say, reasons, 'asker')}</p>
      <Times say={say} times={times} />
      {isFirst ? null : (
        <Button
          action={`/asks/${ask}/people`}
          label={say('page.ask.first')}
          of={name}
          kind="second"
          little
          fields={{ person, move: 'first' }}
        />
      )}
      {count > 1 ? (
        <Button
          action={`/asks/${ask}/people`}
          label={say('page.ask.drop')}
          of={name}
          kind="quiet"
          little
          fields={{ person, move: 'drop' }}
        />
      ) : null}
    </Card>
  )
}

function Send({ say, ask, name, days }: { say: Say; ask: string; name: string | null; days: number }) {
  return (
    <>
      <Notice kind="wait">
        <p>{name === null ? say('page.ask.draft.then-coordinator') : say('page.ask.draft.then', { name: apart(name), days })}</p>
      </Notice>
      <Button action={`/asks/${ask}/sending`} label={name === null ? say('page.ask.tell-coordinator') : say('page.ask.send')} />
    </>
  )
}
