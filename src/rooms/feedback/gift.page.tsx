import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { apart } from '#partnerships/letters'
import { ofTwo } from '#partnerships/of-two'
import { otherSide, type Side } from '#partnerships/partnership'
import { ToDisclosure } from '#partnerships/to-disclosure'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextArea } from '#ui/field'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { type Gift, type GiftRound, giftsOf } from './gift-reads.ts'
import { limits } from './review.ts'

const prompts = ['helped', 'more', 'different'] as const

/** Candid feedback between the two: three prompts, sent together, and what was given before. */
export async function giftPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { pair, side, partner } = await ofTwo(db, params.partnership ?? '')
  const name = apart(partner.name)
  const rounds = await giftsOf(db, pair.id)
  const current = rounds.find(({ isOpen }) => !isOpen)
  const mine = current?.gifts.find((one) => one.side === side)
  const isWaitedFor = current !== undefined && current.openedBy !== db.scope.person
  const round = String(again?.values.round ?? current?.id ?? formId)
  const theirs = rounds.find(({ isOpen, gifts }) => isOpen && gifts.some((one) => one.side !== side))
  const title = say('page.gift.title', { name })
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${pair.id}/reviews`}>{say('page.review.all')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {mine ? (
        <Notice kind="good">
          <p>{say('page.gift.given', { name })}</p>
        </Notice>
      ) : (
        <Give say={say} partnership={pair.id} round={round} name={name} isWaitedFor={isWaitedFor} again={again} />
      )}
      {rounds
        .filter(({ isOpen }) => isOpen)
        .map((one) => (
          <Round say={say} round={one} side={side} name={name} />
        ))}
      {theirs === undefined ? null : <ToDisclosure say={say} partnership={pair.id} item={`feedback:${theirs.id}-${otherSide(side)}`} />}
    </>
  )
  return { title, body }
}

type GiveProps = { say: Say; partnership: string; round: string; name: string; isWaitedFor: boolean; again: Again | undefined }

function Give({ say, partnership, round, name, isWaitedFor, again }: GiveProps) {
  return (
    <>
      <p>{say(isWaitedFor ? 'page.gift.waited-for' : 'page.gift.how', { name })}</p>
      <form method="post" action={`/partnerships/${partnership}/feedback`} autocomplete="off">
        <Hidden name="round" value={round} />
        {prompts.map((prompt) => (
          <TextArea
            say={say}
            name={prompt}
            label={say(`page.gift.${prompt}`, { name })}
            seen={say('seen.gift', { name })}
            optional
            rows={3}
            maxlength={limits.giftCharsMax}
            again={again}
          />
        ))}
        <div class="deeds">
          <button type="submit">{say('page.gift.send')}</button>
          {isWaitedFor ? (
            <button type="submit" class="quiet" name="nothing" value="yes">
              {say('page.gift.nothing')}
            </button>
          ) : null}
        </div>
      </form>
    </>
  )
}

function Round({ say, round, side, name }: { say: Say; round: GiftRound; side: Side; name: string }) {
  const theirs = round.gifts.find((one) => one.side !== side)
  const mine = round.gifts.find((one) => one.side === side)
  return (
    <section class="card">
      <h2>
        <When say={say} at={round.openedAt} day />
      </h2>
      <h3>{say('page.review.theirs', { name })}</h3>
      <Given say={say} gift={theirs} name={name} />
      <h3>{say('page.review.mine')}</h3>
      <Given say={say} gift={mine} name={name} />
    </section>
  )
}

function Given({ say, gift, name }: { say: Say; gift: Gift | undefined; name: string }) {
  const said = prompts.flatMap((prompt) => {
    const text = gift?.[prompt]
    return text ? [{ prompt, text }] : []
  })
  if (said.length === 0) return <p class="soft">{say('page.gift.none')}</p>
  return (
    <dl>
      {said.map(({ prompt, text }) => (
        <>
          <dt class="small soft">{say(`page.gift.${prompt}`, { name })}</dt>
          <dd dir="auto">{text}</dd>
        </>
      ))}
    </dl>
  )
}
