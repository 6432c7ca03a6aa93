import { destroyedAt } from '#ground/content-keys'
import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { pathwayOf } from '#programmes/pathway-reads'
import { Button } from '#ui/button'
import { Destroyed } from '#ui/destroyed'
import { ErrorSummary } from '#ui/error-summary'
import { Radios, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { limits, stageOf } from './ask.ts'
import { AskedWords } from './asked-words.tsx'
import { apart, sayUntil } from './letters.ts'
import { type Ask, peopleToAsk, type Turn } from './reads.ts'
import { sayWhy } from './seen-people.ts'
import { timesFor } from './times.ts'

/** What somebody who is asked sees: the text, why them, until when, and a yes with a time, or a no. */
export async function askedView(db: Db, { say }: Asked, ask: Ask, turn: Turn, again?: Again): Promise<View> {
  const name = (await correspondentsOf(db, [ask.asker])).get(ask.asker)?.name ?? '–'
  const stage = stageOf(turn.answer, turn.isOpen, turn.until, db.now)
  const title = say(`page.ask.asked.${stage}`, { name: apart(name) })
  const why = (await peopleToAsk(db, ask.id)).find(({ person }) => person === turn.person)?.reasons ?? []
  const body = (
    <>
      <h1>{title}</h1>
      {stage === 'past' ? null : <ErrorSummary say={say} again={again} />}
      {stage === 'saidYes' && turn.startsAt ? (
        <Notice kind="good">
          <p>{say('page.ask.asked.meets', { at: sayInstant(say, turn.startsAt) })}</p>
        </Notice>
      ) : null}
      {stage === 'saidNo' || stage === 'past' ? <p>{say(`page.ask.asked.${stage}.body`)}</p> : null}
      <Destroyed say={say} at={await destroyedAt(db, ask.id)} />
      {stage === 'open' || stage === 'saidYes' ? <AskedWords say={say} name={name} ask={ask} /> : null}
      {stage === 'open' ? (
        <>
          <p>{say('page.ask.asked.why', { reasons: sayWhy(say, why, 'asked') })}</p>
          <Answer say={say} ask={ask} until={turn.until} times={await timesOf(db, ask, turn.person)} again={again} />
        </>
      ) : null}
    </>
  )
  return { title, body }
}

async function timesOf(db: Db, ask: Ask, person: string): Promise<Temporal.Instant[]> {
  const { minutes } = (await pathwayOf(db, ask.programme)).meetings
  return (await timesFor(db, [person, ask.asker], minutes)).slice(0, limits.timesShownMax)
}

type AnswerProps = { say: Say; ask: Ask; until: Temporal.Instant; times: readonly Temporal.Instant[]; again: Again | undefined }

function Answer({ say, ask, until, times, again }: AnswerProps) {
  const shown = times.map((at) => ({ value: at.toString(), label: sayInstant(say, at) }))
  return (
    <>
      <p>{say('page.ask.asked.until', { date: sayUntil(say, until) })}</p>
      <form method="post" action={`/asks/${ask.id}/acceptance`} autocomplete="off">
        {shown.length > 0 ? (
          <Radios
            say={say}
            name="at"
            label={say('page.ask.asked.times')}
            choices={[...shown, { value: 'other', label: say('page.ask.asked.other') }]}
            again={again}
          />
        ) : (
          <p>{say('page.ask.asked.no-times')}</p>
        )}
        <TextField say={say} name="day" label={say('label.ask.day')} hint={say('page.date-hint')} short again={again} />
        <TextField
          say={say}
          name="time"
          label={say('label.ask.time')}
          hint={say('page.ask.asked.zone', { zone: say.zone })}
          short
          again={again}
        />
        <button type="submit">{say('page.ask.asked.yes')}</button>
      </form>
      <Button action={`/asks/${ask.id}/refusal`} label={say('page.ask.asked.no')} kind="quiet" />
      <p class="small">{say('page.ask.asked.no-reason')}</p>
    </>
  )
}
