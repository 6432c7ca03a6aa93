import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Radios } from '#ui/field'
import { Card, Notice } from '#ui/notice'
import { When } from '#ui/when'
import type { Correspondent } from './correspondent.ts'
import { exitReasons, leavingLimits, type NeutralText } from './leaving.ts'
import { apart } from './letters.ts'
import type { Side } from './partnership.ts'
import type { Partnership } from './reads.ts'
import { ToDisclosure } from './to-disclosure.tsx'

export type Ended = {
  say: Say
  pair: Partnership
  side: Side
  programme: string
  partner: Correspondent
  text: NeutralText
  endedAt: Temporal.Instant
  /** What the two wrote is destroyed then. */
  keptUntil: Temporal.Instant
  /** They went the whole road, which both know. */
  isCompleted: boolean
  rematch: 'offered' | 'wished' | 'none'
  /** When this person asked for a talk. */
  talkAskedAt: Temporal.Instant | undefined
  hasToldReason: boolean
}

/** What is left once it is over: the neutral words that both read, another partner, the closing, a reason in private, a talk. */
export function EndedPage(seen: Ended) {
  const { say, pair, partner, programme, text, endedAt, keptUntil: until, isCompleted } = seen
  const told = { name: apart(partner.name), programme: apart(programme) }
  return (
    <>
      <p>{isCompleted ? say('mail.pair.completed.body', told) : say(`pair.neutral.${text}`, told)}</p>
      <p class="soft small">
        {say('label.pair.endedOn')}: <When say={say} at={endedAt} day />
      </p>
      <Another {...seen} />
      <h2>{say('page.ended.closing')}</h2>
      <p>{say('page.ended.closing.what', told)}</p>
      <div class="deeds">
        <a class={seen.rematch === 'offered' ? 'button second' : 'button'} href={`/partnerships/${pair.id}/closing`}>
          {say('page.ended.closing.go')}
        </a>
      </div>
      {isCompleted ? null : <Private {...seen} />}
      <Talk {...seen} />
      <ToDisclosure say={say} partnership={pair.id} />
      <h2>{say('page.ended.keep')}</h2>
      <p>
        {say('page.ended.kept-until')} <When say={say} at={until} day />. {say('page.ended.kept-then')}
      </p>
      <p>
        <a href={`/partnerships/${pair.id}/notebook`}>{say('page.pair.to.notebook')}</a>
      </p>
      <p>
        <a href="/portfolio">{say('page.ended.portfolio')}</a>
      </p>
    </>
  )
}

function Another({ say, pair, side, rematch }: Ended) {
  if (side === 'mentor') {
    return (
      <p>
        {say('page.ended.place')} <a href="/me/hours">{say('page.ended.full')}</a>
      </p>
    )
  }
  if (rematch === 'wished') {
    return (
      <Notice kind="good">
        <p>{say('page.ended.first', { days: leavingLimits.rematchDays })}</p>
      </Notice>
    )
  }
  if (rematch === 'none') return null
  return (
    <Card now>
      <h2>{say('page.ending.again')}</h2>
      <p>{say('page.ended.again', { days: leavingLimits.rematchDays })}</p>
      <Button action={`/partnerships/${pair.id}/rematch`} label={say('page.ended.again.yes')} />
    </Card>
  )
}

/** A reason in private, by a code; asked in front of nobody, and of nobody twice. */
function Private({ say, pair, hasToldReason }: Ended) {
  if (hasToldReason) return <p class="soft">{say('page.ended.reason.told')}</p>
  return (
    <details>
      <summary>{say('page.ended.reason')}</summary>
      <p>{say('page.ended.reason.how')}</p>
      <form method="post" action={`/partnerships/${pair.id}/exit-reason`}>
        <Radios
          say={say}
          name="reason"
          label={say('page.ended.reason.label')}
          seen={say('seen.counted')}
          choices={exitReasons.map((value) => ({ value, label: say(`exit-reason.${value}`) }))}
        />
        <p>
          {say('page.ended.safety')} <a href="/concern">{say('page.ended.concern')}</a>
        </p>
        <button type="submit" class="second">
          {say('page.ended.reason.send')}
        </button>
      </form>
    </details>
  )
}

function Talk({ say, pair, talkAskedAt }: Ended) {
  return (
    <>
      <h2>{say('page.ended.talk')}</h2>
      {talkAskedAt === undefined ? (
        <>
          <p>{say('page.ended.talk.how')}</p>
          <Button action={`/partnerships/${pair.id}/talk`} label={say('page.ended.talk.ask')} kind="second" />
        </>
      ) : (
        <p>
          {say('page.ended.talk.asked')} <When say={say} at={talkAskedAt} day />
        </p>
      )}
    </>
  )
}
