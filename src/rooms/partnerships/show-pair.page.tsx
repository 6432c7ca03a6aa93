import type { Say } from '#ground/words'
import { sayTexts } from '#programmes/pathway-forms'
import { Button } from '#ui/button'
import { Facts } from '#ui/facts'
import { Card, Notice } from '#ui/notice'
import { type Step, Steps } from '#ui/steps'
import { Day } from '#ui/when'
import type { Standing } from './advance.ts'
import type { Correspondent } from './correspondent.ts'
import { CriteriaFor } from './criteria.tsx'
import { apart, sayContact } from './letters.ts'
import { nextFor, roadFrom } from './pair-stands.ts'
import { limits, type Side } from './partnership.ts'
import type { Partnership } from './reads.ts'
import type { SideWords } from './side-words.ts'
import type { Hold } from './stage-reads.ts'

export type Together = {
  say: Say
  pair: Partnership
  side: Side
  words: SideWords
  programme: string
  partner: Correspondent
  standing: Standing
  holds: readonly Hold[]
}

/** The pair's one page, for one of the two: what is next, where they are, what the stage waits for, and the ways to everything else. */
export function PairPage(seen: Together) {
  const { say, pair, partner, standing, side, words, programme, holds } = seen
  const path = `/partnerships/${pair.id}`
  return (
    <>
      <p>{say('mail.partnership.agreed.body', { name: apart(partner.name), ...words, programme: apart(programme) })}</p>
      {holds.length > 0 ? <Resting {...seen} /> : <NextThing {...seen} />}
      <h2>{say('page.pair.where')}</h2>
      <Road say={say} standing={standing} />
      <CriteriaFor say={say} standing={standing} side={side} partnership={pair.id} isHeld={holds.length > 0} />
      <h2>{say('page.pair.together')}</h2>
      <ul class="plain counts">
        {(['meetings', 'notebook', 'goals', 'agreement', 'reviews'] as const).map((place) => (
          <li>
            <a href={`${path}/${place}`}>{say(`page.pair.to.${place}`)}</a>
          </li>
        ))}
      </ul>
      <h2>{say('page.pair.reach', { name: apart(partner.name) })}</h2>
      <Reach say={say} partner={partner} />
      <h2>{say('page.pair.other')}</h2>
      <ul class="plain">
        {holds.length > 0 ? null : (
          <li>
            <a href={`${path}/pause`}>{say('page.pair.to.pause')}</a>
          </li>
        )}
        <li>
          <a href={`${path}/ending`}>{say('page.pair.to.ending')}</a>
        </li>
        <li>
          <a href={`${path}/disclosure`}>{say('page.disclose.title')}</a>
        </li>
      </ul>
    </>
  )
}

export function Reach({ say, partner }: { say: Say; partner: Correspondent }) {
  const { email, phone } = partner
  return (
    <>
      {email === null && phone === null ? <p>{sayContact(say, partner)}</p> : null}
      <Facts
        facts={[
          [say('label.pair.email'), email === null ? null : <bdi>{email}</bdi>],
          [say('label.pair.phone'), phone === null ? null : <bdi>{phone}</bdi>],
        ]}
      />
    </>
  )
}

/** The one next thing, with its button; what is to be confirmed is read on the briefing's page first. */
function NextThing({ say, pair, partner, standing, side }: Together) {
  const next = nextFor(standing, side)
  if (next === null) return null
  const path = `/partnerships/${pair.id}`
  const place = next.does === 'open' ? next.place : 'briefing'
  const isFirst = standing.facts.reached('meeting-held', 'ever') === 0
  const facts = { name: apart(partner.name), first: isFirst ? 'yes' : 'no', days: limits.firstMeetingDays }
  return (
    <Card now>
      <h2>{say('page.pair.next')}</h2>
      <p>{next.does === 'confirm' ? sayTexts(say, next.criterion.says) : say(`page.pair.next.${place as 'meetings'}`, facts)}</p>
      <div class="deeds">
        <a class="button" href={`${path}/${place}`}>
          {say(`page.pair.go.${place as 'meetings'}`, facts)}
        </a>
      </div>
    </Card>
  )
}

/** At rest: by whom, until when, and for who paused it the way on. Why the programme pauses is told to nobody. */
function Resting({ say, pair, side, partner, holds }: Together) {
  return (
    <>
      {holds.map((hold) => {
        const by = hold.bySide === null ? 'programme' : hold.bySide === side ? 'me' : 'partner'
        return (
          <Notice kind="wait">
            <p>
              {say(`page.pair.held.${by}`, { name: apart(partner.name) })}{' '}
              {hold.until === null ? null : (
                <>
                  {say('page.pair.held.until')} <Day say={say} date={hold.until} weekday />
                </>
              )}
            </p>
            <p>{say('page.pair.held.quiet')}</p>
            {by === 'me' ? (
              <Button action={`/partnerships/${pair.id}/pause/lifting`} label={say('page.pair.go-on')} fields={{ hold: hold.id }} />
            ) : null}
          </Notice>
        )
      })}
    </>
  )
}

/** Where they are, as a short row of steps. */
export function Road({ say, standing: { pathway, stage, now } }: { say: Say; standing: Standing }) {
  const road = roadFrom(pathway, now.stage)
  const here = road.findIndex(({ key }) => key === stage.key)
  const steps: Step[] = road.map((one, at) => ({
    label: sayTexts(say, one.name),
    state: at < here || (at === here && one.endsAs) ? 'done' : at === here ? 'now' : 'next',
    ...(at === here && one.about ? { note: sayTexts(say, one.about) } : {}),
  }))
  return <Steps say={say} label={say('page.pair.where')} steps={steps} />
}
