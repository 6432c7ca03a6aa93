import type { Asked, Page } from '#ground/route'
import { ownNext } from '#people/sign-in'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Ceremony, NeedsScript, Slipped } from './ceremony.tsx'
import { requestOptions } from './party.ts'
import type { Challenge } from './passkey.ts'
import { openChallenge } from './reads.ts'

/** Where one signs in by a passkey, without an address; the letter stays a way in. */
export const passkeySessionPage: Page = async (db, asked, again) => {
  const { say, me, query, caller } = asked
  const challenge = me ? undefined : await openChallenge(db, caller.browser, 'sign-in')
  const title = say('page.passkey-session.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {me ? (
        <p>
          {say('page.sign-in.already', { name: `\u2068${me.name}\u2069` })} <a href="/">{say('page.sign-in.go-on')}</a>
        </p>
      ) : (
        <>
          <Slipped say={say} query={query} />
          <p>{say('page.passkey-session.lead')}</p>
          <Answer asked={asked} challenge={again ? undefined : challenge} />
          <p>
            <a href="/sign-in">{say('page.passkey-session.letter')}</a>
          </p>
        </>
      )}
    </>
  )
  return { title, body, script: 'passkeys' }
}

function Answer({ asked: { say, baseUrl, query }, challenge }: { asked: Asked; challenge: Challenge | undefined }) {
  const next = ownNext(query.get('next'))
  if (challenge === undefined) {
    return (
      <>
        <NeedsScript say={say} />
        <div hidden data-passkey-when="known">
          <Button action="/passkey-session/challenge" label={say('page.passkey-session.use')} fields={next === null ? {} : { next }} />
        </div>
      </>
    )
  }
  const options = requestOptions({ baseUrl, challenge, among: [] })
  const parts = { action: '/passkey-session', options, label: say('page.passkey-session.use'), now: query.get('ask') === 'now' }
  return <Ceremony say={say} asks="get" {...parts} />
}
