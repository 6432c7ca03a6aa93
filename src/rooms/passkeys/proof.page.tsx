import type { Again, Asked, Page } from '#ground/route'
import { ownNext } from '#people/sign-in'
import { isProven } from '#people/sign-in-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { Ceremony, NeedsScript, Slipped } from './ceremony.tsx'
import { requestOptions } from './party.ts'
import { type Challenge, limits, type Passkey } from './passkey.ts'
import { openChallenge, passkeysOf, sheetOf } from './reads.ts'

/** Where a session that began by letter is confirmed with a passkey, or where the first passkey is asked for. */
export const proofPage: Page = async (db, asked, again) => {
  const { say, me, query, caller } = asked
  const next = ownNext(typeof again?.values.next === 'string' ? again.values.next : query.get('next'))
  const has = await passkeysOf(db, me?.person ?? '')
  const sheet = has.length > 0 ? await sheetOf(db, me?.person ?? '') : undefined
  const proven = await isProven(db, me?.session ?? '')
  const challenge = await openChallenge(db, caller.browser, 'prove')
  const title = say(has.length === 0 ? 'page.proof.first-title' : 'page.proof.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <Slipped say={say} query={query} />
      {proven ? <Proven asked={asked} next={next} /> : null}
      {!proven && has.length === 0 ? <First asked={asked} next={next} /> : null}
      {!proven && has.length > 0 ? <Confirm asked={asked} next={next} has={has} challenge={again ? undefined : challenge} /> : null}
      {!proven && sheet && sheet.left > 0 ? <ByCode asked={asked} next={next} again={again} /> : null}
      {proven ? null : <Meanwhile asked={asked} />}
    </>
  )
  return { title, body, script: 'passkeys' }
}

type PartProps = { asked: Asked; next: string | null }
const fieldsOf = (next: string | null): Record<string, string> => (next === null ? {} : { next })

function Proven({ asked: { say }, next }: PartProps) {
  return (
    <>
      <p>{say('page.proof.proven')}</p>
      <p>
        <a class="button" href={next ?? '/'}>
          {say('page.sign-in.go-on')}
        </a>
      </p>
    </>
  )
}

function First({ asked: { say, me }, next }: PartProps) {
  return (
    <>
      <p>{say(me?.passkey === 'required' ? 'page.proof.first-required' : 'page.proof.first-offered')}</p>
      <p>{say('passkeys.what')}</p>
      <NeedsScript say={say} />
      <div hidden data-passkey-when="known">
        <Button action="/me/passkeys/challenge" label={say('page.ways-in.add')} fields={fieldsOf(next)} />
      </div>
    </>
  )
}

function Confirm({ asked, next, has, challenge }: PartProps & { has: readonly Passkey[]; challenge: Challenge | undefined }) {
  const { say, baseUrl, query } = asked
  if (challenge) {
    const options = requestOptions({ baseUrl, challenge, among: has })
    const parts = { action: '/session/proof', options, label: say('page.proof.confirm'), now: query.get('ask') === 'now' }
    return (
      <>
        <p>{say('page.proof.lead')}</p>
        <Ceremony say={say} asks="get" {...parts} />
      </>
    )
  }
  return (
    <>
      <p>{say('page.proof.lead')}</p>
      <NeedsScript say={say} />
      <div hidden data-passkey-when="known">
        <Button action="/session/proof/challenge" label={say('page.proof.confirm')} fields={fieldsOf(next)} />
      </div>
    </>
  )
}

function ByCode({ asked: { say, query }, next, again }: PartProps & { again: Again | undefined }) {
  const outcome = query.get('code')
  const minutes = limits.codeTriesMinutes
  return (
    <>
      <h2>{say('page.proof.code-title')}</h2>
      {outcome === 'wrong' || outcome === 'closed' ? (
        <Notice kind="bad">
          <p>{say(`page.proof.code-${outcome}`, { minutes })}</p>
        </Notice>
      ) : null}
      <form method="post" action="/session/proof/code">
        {next === null ? null : <Hidden name="next" value={next} />}
        <TextField say={say} name="code" label={say('page.proof.code')} hint={say('page.proof.code-hint')} again={again} />
        <button class="second" type="submit">
          {say('page.proof.code-use')}
        </button>
      </form>
    </>
  )
}

/** What is open all the while, and who helps where everything is lost. */
function Meanwhile({ asked: { say } }: { asked: Asked }) {
  return (
    <p>
      {say('page.proof.meanwhile')} <a href="/me">{say('page.me.title')}</a>
    </p>
  )
}
