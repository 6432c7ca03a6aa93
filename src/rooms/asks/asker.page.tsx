import { destroyedAt } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { workingWeekOf } from '#people/organisation-reads'
import { Button } from '#ui/button'
import { Destroyed } from '#ui/destroyed'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { Written } from './asked-words.tsx'
import { dueAt } from './due.ts'
import { answerDaysOf } from './due-reads.ts'
import { apart, sayTopics, sayUntil } from './letters.ts'
import { type Ask, peopleToAsk, progressOf, yesOf } from './reads.ts'

/** After it was sent: until when an answer is awaited, and then who said yes; never who said no, nor whose turn it is. */
export async function askerView(db: Db, { say }: Asked, ask: Ask, again?: Again): Promise<View> {
  const title = say(`page.ask.${ask.state === 'draft' ? 'asking' : ask.state}.title`)
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {ask.state === 'asking' ? await asking(db, say, ask) : null}
      {ask.state === 'answered' ? await answered(db, say, ask) : null}
      {ask.state === 'over' ? <p>{say('page.ask.over', { reason: ask.endReason ?? 'nobody' })}</p> : null}
      <h2>{say('page.ask.what')}</h2>
      <p>{sayTopics(say, ask.topics)}</p>
      <Destroyed say={say} at={await destroyedAt(db, ask.id)} />
      {ask.text === null ? null : <Written text={ask.text} />}
      {ask.state === 'asking' ? (
        <Button action={`/asks/${ask.id}/taking-back`} label={say('page.ask.take-back')} kind="quiet" />
      ) : (
        <p>
          <a href="/asks/new">{say('page.ask.anew')}</a>
        </p>
      )}
    </>
  )
  return { title, body }
}

/** Until the first is asked, a moment after sending, the date is the one that they will be given. */
async function asking(db: Db, say: Say, ask: Ask) {
  const week = await workingWeekOf(db, ask.organisation)
  const until = (await progressOf(db, ask.id))?.until ?? dueAt(ask.sentAt ?? db.now, await answerDaysOf(db, ask.id), week).until
  const people = await peopleToAsk(db, ask.id)
  const known = await correspondentsOf(
    db,
    people.map(({ person }) => person),
  )
  const names = people.flatMap(({ person }) => known.get(person)?.name ?? [])
  return (
    <Notice kind="wait">
      <p>{say('page.ask.asking', { names: say.list(names.map(apart)), count: names.length, date: sayUntil(say, until) })}</p>
    </Notice>
  )
}

async function answered(db: Db, say: Say, ask: Ask) {
  const yes = found(await yesOf(db, ask.id))
  const who = (await correspondentsOf(db, [yes.person])).get(yes.person)
  return (
    <Notice kind="good">
      <p>{say('page.ask.answered', { name: apart(who?.name ?? '–'), at: sayInstant(say, yes.startsAt), minutes: yes.minutes })}</p>
    </Notice>
  )
}
