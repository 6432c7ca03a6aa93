import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import { dayOf, sayNearDay } from '#ground/when'
import type { Say } from '#ground/words'
import { apart } from '#partnerships/letters'
import { ofTwo } from '#partnerships/of-two'
import { otherSide, type Side } from '#partnerships/partnership'
import { formFor, sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { Empty } from '#ui/empty'
import { Facts } from '#ui/facts'
import { Tag } from '#ui/notice'
import { When } from '#ui/when'
import { giftsOf } from './gift-reads.ts'
import { isOpenToBoth, type Review } from './review.ts'
import { benefitsOf, reviewsOf } from './review-reads.ts'

/** How it goes, for the two of a pair: what waits for an answer, whether it helps both, candid feedback, and every review so far. */
export async function reviewsPage(db: Db, { say, params }: Asked): Promise<View> {
  const { pair, side, partner } = await ofTwo(db, params.partnership ?? '')
  const name = apart(partner.name)
  const reviews = (await reviewsOf(db, pair.id)).filter((one) => one.asked[side] !== undefined || isOpenToBoth(one))
  const waiting = reviews.filter((one) => !isOpenToBoth(one) && !one.answered.includes(side))
  const benefit = (await benefitsOf(db, pair.programme)).get(pair.id)
  const gifts = await giftsOf(db, pair.id)
  const title = say('page.reviews.title', { name })
  const sides = (await pathwayOf(db, pair.programme)).sides
  const sayBenefit = (of: Side) => say('feedback.benefit', { benefit: benefit?.[of] ?? 'none' })
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${pair.id}`}>{say('page.reviews.back', { name })}</a>
      </p>
      <h1>{title}</h1>
      {waiting.map((one) => (
        <Waiting say={say} side={side} review={one} name={name} />
      ))}
      {reviews.length === 0 ? <Empty>{say('page.reviews.none')}</Empty> : null}
      {reviews.some(isOpenToBoth) ? (
        <>
          <h2>{say('page.reviews.benefit')}</h2>
          <p class="small soft">{say('page.reviews.benefit-rule')}</p>
          <Facts
            facts={[
              [say('page.reviews.you'), sayBenefit(side)],
              [(<bdi>{sayTexts(say, sides[otherSide(side)])}</bdi>) as unknown as string, sayBenefit(otherSide(side))],
            ]}
          />
        </>
      ) : null}
      <h2>{say('page.gift.heading')}</h2>
      <p>{say('page.gift.lead', { name })}</p>
      <p>
        <a class="button second" href={`/partnerships/${pair.id}/feedback`}>
          {say(gifts.some(({ isOpen }) => isOpen) ? 'page.gift.read' : 'page.gift.give')}
        </a>
      </p>
      {reviews.length > 0 ? <Past say={say} reviews={reviews} /> : null}
    </>
  )
  return { title, body }
}

function Waiting({ say, review, side, name }: { say: Say; review: Review; side: Side; name: string }) {
  const { length: count } = formFor(review.form, side).questions
  return (
    <section class="card now">
      <h2>{sayTexts(say, review.form.name)}</h2>
      <p>{say('page.review.lead', { name, date: sayNearDay(say, dayOf(say, review.until)), count })}</p>
      <p>
        <a class="button" href={`/reviews/${review.id}`}>
          {say('page.reviews.answer')}
        </a>
      </p>
    </section>
  )
}

function Past({ say, reviews }: { say: Say; reviews: readonly Review[] }) {
  return (
    <>
      <h2>{say('page.reviews.all')}</h2>
      <ul>
        {reviews.map((review) => (
          <li>
            <a href={`/reviews/${review.id}`}>{sayTexts(say, review.form.name)}</a> <When say={say} at={review.dueAt} day />{' '}
            <Tag kind={isOpenToBoth(review) ? 'good' : 'wait'}>
              {say(isOpenToBoth(review) ? 'page.reviews.is-open' : 'page.reviews.waits')}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  )
}
