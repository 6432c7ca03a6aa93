import type { OutboxRow } from '#ground/mail'
import { findLetter, type LetterRow } from '#ground/mail-attempts'
import { withHouse } from '#ground/mailer'
import { found, missing } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { When } from '#ui/when'
import { StateTag } from './outbox.page.tsx'
import { isUndecided } from './undecided-letter.ts'
import { signInLetter } from './write-sign-in-letter.ts'

/** One letter, what became of it, and what somebody may decide about it. */
export const letterPage: Page = async (db, asked, again) => {
  const { say, me, params } = asked
  const letter = found(await findLetter(db, params.mail ?? ''))
  if (letter.organisation !== me?.organisation) missing()
  const state = stateOf(letter)
  const body = (
    <>
      <h1>
        <bdi>{letter.title}</bdi>
      </h1>
      <ErrorSummary say={say} again={again} />
      <Facts
        facts={[
          [say('page.outbox.head.to'), <bdi dir="ltr">{letter.address}</bdi>],
          [say('page.outbox.head.when'), <When say={say} at={letter.writtenAt} />],
          [say('page.outbox.head.state'), <StateTag say={say} state={state} />],
          [say('page.letter.said'), letter.detail === null ? null : <bdi>{letter.detail}</bdi>],
        ]}
      />
      {isUndecided(letter) ? <Decision asked={asked} letter={letter} /> : null}
      {isReadable(letter) ? (
        <div class="letter" dir="auto" lang={letter.language}>
          {withHouse(letter.body, asked.baseUrl)}
        </div>
      ) : (
        <p>{say('page.letter.secret')}</p>
      )}
      <p>
        <a href="/outbox">{say('page.letter.all')}</a>
      </p>
    </>
  )
  return { title: letter.title, body }
}

function stateOf({ attempt, outcome }: LetterRow): OutboxRow['state'] {
  return (outcome ?? (attempt === null ? 'waiting' : 'sending')) as OutboxRow['state']
}

/** A letter that holds a way in is read here only where it goes nowhere else. */
function isReadable({ kind, outcome, body }: LetterRow): boolean {
  return body !== '' && (kind !== signInLetter || outcome === 'kept')
}

function Decision({ asked: { say }, letter }: { asked: Asked; letter: LetterRow }) {
  const { id, address, outcome } = letter
  const why = outcome === 'unsure' ? 'unsure' : outcome === 'failed' ? 'failed' : 'again'
  return (
    <section class="card now">
      <p>{say(`page.letter.${why}`, { address: `\u2068${address}\u2069` })}</p>
      <div class="deeds">
        <Button action={`/mails/${id}/resending`} label={say('page.letter.resend')} />
        <Button action={`/mails/${id}/arrival`} label={say('page.letter.arrived')} kind="second" />
      </div>
    </section>
  )
}
