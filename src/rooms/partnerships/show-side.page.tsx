import type { Again, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Notice } from '#ui/notice'
import type { Correspondent } from './correspondent.ts'
import { apart, sayContact, sayPlace, sayUntil, sayWhyTwo } from './letters.ts'
import { limits, type Side, type Stage } from './partnership.ts'
import type { Partnership } from './reads.ts'
import type { SideWords } from './side-words.ts'

type Seen = {
  say: Say
  again: Again | undefined
  pair: Partnership
  side: Side
  words: SideWords
  stage: Stage
  programme: string
  partner: Correspondent
}

/** What one side sees: what is proposed, why, until when, and the one thing to decide. Never what the other side answered. */
export function sideView(seen: Seen): View {
  const { say, again } = seen
  const title = titleOf(seen)
  const body = (
    <>
      <h1>{title}</h1>
      {/* Over, the page says nothing that a refusal would add. */}
      {seen.stage === 'over' ? null : <ErrorSummary say={say} again={again} />}
      <Stand {...seen} />
    </>
  )
  return { title, body }
}

function titleOf({ say, pair, words, stage, partner }: Seen): string {
  const name = apart(partner.name)
  if (stage === 'agreed') return say('mail.partnership.agreed.title', { name })
  if (stage === 'saidNo') return say('page.partnership.said-no.title')
  if (stage === 'over') return say(pair.isAgreed ? 'page.partnership.ended.title' : 'page.partnership.over.title')
  return say('mail.partnership.proposed.title', { name, ...words })
}

function Stand(seen: Seen) {
  const { say, pair, stage, partner } = seen
  const name = apart(partner.name)
  if (stage === 'over') return <p>{say('page.partnership.over')}</p>
  if (stage === 'saidNo') return <p>{say('page.partnership.said-no', { name })}</p>
  if (stage === 'agreed') return <Together {...seen} />
  if (stage === 'open') return <Asking {...seen} />
  return (
    <>
      <Notice kind="wait">
        <p>{say('page.partnership.waiting', { date: sayUntil(say, pair.answerUntil) })}</p>
      </Notice>
      <Who {...seen} />
    </>
  )
}

function Who({ say, pair, words, programme, partner }: Seen) {
  const name = apart(partner.name)
  return (
    <>
      <p>{say('mail.partnership.proposed.who', { name, ...words, programme: apart(programme) })}</p>
      {[sayPlace(say, partner), sayWhyTwo(say, pair.reasons)].filter(Boolean).map((text) => (
        <p>{text}</p>
      ))}
    </>
  )
}

function Asking(seen: Seen) {
  const { say, pair, partner } = seen
  const name = apart(partner.name)
  const path = `/partnerships/${pair.id}`
  return (
    <>
      <Who {...seen} />
      <p>{say('page.partnership.until', { date: sayUntil(say, pair.answerUntil) })}</p>
      <Button action={`${path}/acceptance`} label={say('page.partnership.yes')} />
      <Button action={`${path}/refusal`} label={say('page.partnership.no')} kind="quiet" />
      <p class="small">{say('page.partnership.no-reason')}</p>
      <h2>{say('page.partnership.seen.title')}</h2>
      <ul>
        <li>{say('page.partnership.seen.now', { name })}</li>
        <li>{say('page.partnership.seen.later', { name })}</li>
        <li>{say('page.partnership.seen.no', { name })}</li>
      </ul>
    </>
  )
}

function Together({ say, words, programme, partner }: Seen) {
  const name = apart(partner.name)
  return (
    <>
      <p>{say('mail.partnership.agreed.body', { name, ...words, programme: apart(programme) })}</p>
      {partner.email === null && partner.phone === null ? <p>{sayContact(say, partner)}</p> : null}
      <Facts
        facts={[
          [say('label.pair.email'), partner.email === null ? null : <bdi>{partner.email}</bdi>],
          [say('label.pair.phone'), partner.phone === null ? null : <bdi>{partner.phone}</bdi>],
        ]}
      />
      <p>{say('mail.partnership.agreed.next', { days: limits.firstMeetingDays })}</p>
    </>
  )
}
