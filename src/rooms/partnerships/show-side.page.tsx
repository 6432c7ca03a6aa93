import type { Again, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import type { Correspondent } from './correspondent.ts'
import { apart, sayPlace, sayUntil, sayWhyTwo } from './letters.ts'
import type { Side, Stage } from './partnership.ts'
import type { Partnership } from './reads.ts'
import { type Ended, EndedPage } from './show-ended.page.tsx'
import { PairPage, Reach, type Together } from './show-pair.page.tsx'
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
  /** Once both have said yes: where they stand, until it ends. */
  together?: Pick<Together, 'standing' | 'holds'>
  ended?: Omit<Ended, 'say' | 'pair' | 'side' | 'programme' | 'partner'>
}

/** What one side sees: what is proposed, why, until when, and the one thing to decide. Never what the other side answered. */
export function sideView(seen: Seen): View {
  const { say, again } = seen
  const title = titleOf(seen)
  const body = (
    <>
      <h1>{title}</h1>
      {/* Over, the page says nothing that a refusal would add. */}
      {seen.stage === 'over' && !seen.ended ? null : <ErrorSummary say={say} again={again} />}
      <Stand {...seen} />
    </>
  )
  return { title, body }
}

function titleOf(seen: Seen): string {
  const { say, pair, words, stage, partner } = seen
  const name = apart(partner.name)
  if (stage === 'agreed') return say('page.pair.title', { name })
  if (stage === 'saidNo') return say('page.partnership.said-no.title')
  if (stage === 'over' && seen.ended?.isCompleted) return say('mail.pair.completed.title', { name, programme: apart(seen.programme) })
  if (stage === 'over') return say(pair.isAgreed ? 'page.partnership.ended.title' : 'page.partnership.over.title')
  return say('mail.partnership.proposed.title', { name, ...words })
}

function Stand(seen: Seen) {
  const { say, pair, stage, partner } = seen
  const name = apart(partner.name)
  if (stage === 'over') return seen.ended ? <EndedPage {...seen} {...seen.ended} /> : <p>{say('page.partnership.over')}</p>
  if (stage === 'saidNo') return <p>{say('page.partnership.said-no', { name })}</p>
  if (stage === 'agreed') return seen.together ? <PairPage {...seen} {...seen.together} /> : <Reach say={say} partner={partner} />
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
