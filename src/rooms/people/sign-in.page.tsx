import type { Again, Asked, Page } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { limits } from './session.ts'
import { ownNext, stateOf, triesLeft } from './sign-in.ts'
import { newestLinkOf } from './sign-in-reads.ts'

/** Where one says one's address; we write a link and a code to it. */
export const signInPage: Page = async (_db, asked, again) => {
  const { say, query, me } = asked
  const next = ownNext(typeof again?.values.next === 'string' ? again.values.next : query.get('next'))
  const body = (
    <>
      <h1>{say('page.sign-in.head')}</h1>
      {me ? <AlreadyIn asked={asked} next={next} /> : <AskForm asked={asked} again={again} next={next} />}
    </>
  )
  return me ? { title: say('page.sign-in.title'), body } : { title: say('page.sign-in.title'), body, script: 'passkeys' }
}

/** For who is signed in and comes by a letter of before. */
export function AlreadyIn({ asked: { say, me }, next }: { asked: Asked; next: string | null }) {
  return (
    <>
      <p>{say('page.sign-in.already', { name: `\u2068${me?.name}\u2069` })}</p>
      <p>
        <a class="button" href={next ?? '/'}>
          {say('page.sign-in.go-on')}
        </a>
      </p>
    </>
  )
}

function AskForm({ asked: { say }, again, next }: { asked: Asked; again: Again | undefined; next: string | null }) {
  return (
    <>
      <ErrorSummary say={say} again={again} />
      <form method="post" action="/sign-in">
        {next === null ? null : <Hidden name="next" value={next} />}
        <TextField
          say={say}
          name="address"
          label={say('page.sign-in.address')}
          hint={say('page.sign-in.hint', { minutes: limits.codeMinutes })}
          type="email"
          inputmode="email"
          autocomplete="email"
          again={again}
        />
        <button type="submit">{say('page.sign-in.ask')}</button>
      </form>
      <PasskeyDoor say={say} next={next} />
      <p>
        <a href={next === null ? '/sign-on' : `/sign-on?next=${encodeURIComponent(next)}`}>{say('page.sign-in.with')}</a>
      </p>
    </>
  )
}

/** Shown by the script where the browser knows passkeys; without it, words say that the letter is the way. */
function PasskeyDoor({ say, next }: { say: Asked['say']; next: string | null }) {
  return (
    <>
      <p class="hint" data-passkey-when="off">
        {say('page.sign-in.passkey-off')}
      </p>
      <div hidden data-passkey-when="known">
        <p>{say('page.sign-in.passkey-lead')}</p>
        <Button
          action="/passkey-session/challenge"
          label={say('page.sign-in.passkey')}
          kind="second"
          fields={next === null ? {} : { next }}
        />
      </div>
    </>
  )
}

/** After asking: where we wrote to, and the code to be typed here. The same for an address that we know and one that we do not. */
export const codePage: Page = async (db, asked, again) => {
  const { say, me, caller, query } = asked
  const link = me ? undefined : await newestLinkOf(db, caller.browser)
  const state = stateOf(link, caller.browser, db.now)
  const spent = link !== undefined && triesLeft(link) === 0
  const minutes = limits.codeMinutes
  const body = (
    <>
      <h1>{say('page.code.head')}</h1>
      {me ? <AlreadyIn asked={asked} next={null} /> : null}
      {!me && state === 'unknown' ? <p>{say('page.code.none')}</p> : null}
      {state === 'used' || state === 'expired' ? <p>{say(`page.code.${state}`, { minutes })}</p> : null}
      {state === 'open' && spent ? <p>{say('page.code.spent')}</p> : null}
      {link && state === 'open' && !spent ? (
        <>
          <ErrorSummary say={say} again={again} />
          {query.has('wrong') && !again ? <Notice kind="bad">{say('page.code.wrong', { left: triesLeft(link) })}</Notice> : null}
          <p>{say('page.code.wrote', { address: `\u2068${link.address}\u2069`, minutes })}</p>
          <form method="post" action="/sign-in/code">
            <TextField say={say} name="code" label={say('page.code.code')} autocomplete="one-time-code" short again={again} />
            <button type="submit">{say('page.code.sign-in')}</button>
          </form>
        </>
      ) : null}
      {me ? null : (
        <p>
          <a href="/sign-in">{say('page.code.again')}</a>
        </p>
      )}
    </>
  )
  return { title: say('page.code.title'), body }
}
