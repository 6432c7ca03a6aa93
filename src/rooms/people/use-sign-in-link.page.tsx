import type { Page } from '#ground/route'
import { limits } from './session.ts'
import { AlreadyIn } from './sign-in.page.tsx'
import { stateOf } from './sign-in.ts'
import { findLinkByToken } from './sign-in-reads.ts'

/** What the letter's link opens: one button, or why there is none. Opening it changes nothing, since mail scanners open links too. */
export const useSignInLinkPage: Page = async (db, asked) => {
  const { say, me, params, caller } = asked
  const token = params.token ?? ''
  const link = me ? undefined : await findLinkByToken(db, token)
  const state = stateOf(link, caller.browser, db.now)
  const body = (
    <>
      <h1>{say('page.link.head')}</h1>
      {me ? <AlreadyIn asked={asked} next={null} /> : null}
      {me === null && state === 'open' ? (
        <OneButton action={`/sign-in/${encodeURIComponent(token)}`} lead={say('page.link.lead')} label={say('page.link.sign-in')} />
      ) : null}
      {me === null && state !== 'open' ? (
        <>
          <p>{say(`page.link.${state}`, { minutes: limits.codeMinutes })}</p>
          <p>
            <a href="/sign-in">{say(state === 'elsewhere' ? 'page.link.elsewhere-ask' : 'page.link.ask')}</a>
          </p>
        </>
      ) : null}
    </>
  )
  return { title: say('page.link.title'), body }
}

function OneButton({ action, lead, label }: { action: string; lead: string; label: string }) {
  return (
    <form method="post" action={action}>
      <p>{lead}</p>
      <button type="submit">{label}</button>
    </form>
  )
}
