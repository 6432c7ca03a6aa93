import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { dayOf, sayNearDay } from '#ground/when'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { otherSide, type Side, sideOf } from '#partnerships/partnership'
import { ToDisclosure } from '#partnerships/to-disclosure'
import { formFor, sayTexts } from '#programmes/pathway-forms'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { Notice } from '#ui/notice'
import { QuestionField, sayAnswer } from './question-field.tsx'
import { readAnswers } from './read-answers.ts'
import { isOpenToBoth, type Review } from './review.ts'
import { type AnswerRow, answersOf, findReview, repliesOf } from './review-reads.ts'

type Seen = { say: Say; review: Review; side: Side; partner: string; mine: readonly AnswerRow[]; theirs: readonly AnswerRow[] }

/** A review for one side: its questions, until it has answered; then what both said, once both may read it. */
export async function reviewPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const review = found(await findReview(db, params.review ?? ''))
  const side = sideOf(review, db.scope.person) ?? missing()
  if (review.asked[side] === undefined && !isOpenToBoth(review)) missing()
  const people = await correspondentsOf(db, [review[otherSide(side)]])
  const partner = apart(people.get(review[otherSide(side)])?.name ?? '–')
  const replies = await repliesOf(db, review.id)
  const answers = await answersOf(db, review.partnership, replies)
  const of = (whose: Side) => answers.filter(({ reply }) => replies.some((one) => one.id === reply && one.side === whose))
  const seen: Seen = { say, review, side, partner, mine: of(side), theirs: of(otherSide(side)) }
  const title = say('page.review.title', { review: sayTexts(say, review.form.name), name: partner })
  const slips = again ? readAnswers(formFor(review.form, side), again.values) : undefined
  const named = again && slips && 'slips' in slips ? { values: again.values, slips: slips.slips } : again
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${review.partnership}/reviews`}>{say('page.review.all')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={named} />
      {isOpenToBoth(review) ? <Both {...seen} /> : <Ask {...seen} again={named} formId={formId} />}
    </>
  )
  return { title, body }
}

function Ask({ say, review, side, partner, mine, again, formId }: Seen & { again: Again | undefined; formId: string }) {
  const date = sayNearDay(say, dayOf(say, review.until))
  const isAnswered = review.answered.includes(side)
  const asked = formFor(review.form, side).questions
  return (
    <>
      {isAnswered ? (
        <Notice kind="good">
          <p>{say('page.review.waits', { name: partner, date })}</p>
        </Notice>
      ) : (
        <p>{say('page.review.lead', { name: partner, date, count: asked.length })}</p>
      )}
      <form method="post" action={`/reviews/${review.id}`} autocomplete="off">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        {asked.map((question) => {
          const before = mine.find((one) => one.question === question.key)
          const value = before === undefined ? undefined : (before.words ?? String(before.choice))
          return <QuestionField say={say} question={question} again={again} partner={partner} {...(value === undefined ? {} : { value })} />
        })}
        <button type="submit" class={isAnswered ? 'second' : undefined}>
          {say(isAnswered ? 'page.review.change' : 'page.review.send')}
        </button>
      </form>
    </>
  )
}

function Both({ say, review, side, partner, mine, theirs }: Seen) {
  return (
    <>
      <p>{say('page.review.open', { name: partner, answered: review.answered.length })}</p>
      <Said say={say} review={review} title={say('page.review.theirs', { name: partner })} answers={theirs} />
      {theirs.length === 0 && !review.answered.includes(otherSide(side)) ? (
        <p class="soft">{say('page.review.none', { name: partner })}</p>
      ) : null}
      <Said say={say} review={review} title={say('page.review.mine')} answers={mine} />
      <ToDisclosure say={say} partnership={review.partnership} />
    </>
  )
}

type SaidProps = { say: Say; review: Review; title: string; answers: readonly AnswerRow[] }

function Said({ say, review, title, answers }: SaidProps) {
  if (answers.length === 0) return null
  return (
    <section class="card">
      <h2>{title}</h2>
      <dl>
        {review.form.questions.map((question) => {
          const answer = answers.find((one) => one.question === question.key)
          if (answer === undefined) return null
          return (
            <>
              <dt class="small soft">{sayTexts(say, question.ask)}</dt>
              <dd dir="auto">{sayAnswer(say, question, answer)}</dd>
            </>
          )
        })}
      </dl>
    </section>
  )
}
