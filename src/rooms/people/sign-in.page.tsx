import type { Db } from '#ground/db'
import type { Slip } from '#ground/form'
import type { Again, Asked, View } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { limits } from './session.ts'

/** Where one says one's address; we write a link and a code to it. */
export async function signInPage(_db: Db, { say, query, me }: Asked, again?: Again): Promise<View> {
  const next = String(again?.values.next ?? query.get('next') ?? '')
  const body = (
    <>
      <h1>{say('page.sign-in.head')}</h1>
      {me ? <p>{say('page.sign-in.already', { name: `\u2068${me.name}\u2069` })}</p> : null}
      <ErrorSummary say={say} again={again} />
      <form method="post" action="/sign-in">
        {next === '' ? null : <Hidden name="next" value={next} />}
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
    </>
  )
  return { title: say('page.sign-in.title'), body }
}

/** A wrong code was counted and kept, so its page comes by a redirect that names the slip. */
const slips: Record<string, Slip> = {
  codeWrong: { field: 'code', key: 'refusal.people.codeWrong' },
  codesSpent: { field: '', key: 'refusal.people.codesSpent' },
  linkSpent: { field: '', key: 'refusal.people.linkSpent' },
}

/** After asking: the code of the letter, to be typed here. The same for an address that we know and one that we do not. */
export async function codePage(_db: Db, { say, query }: Asked, refused?: Again): Promise<View> {
  const slip = slips[query.get('slip') ?? '']
  const again = refused ?? (slip === undefined ? undefined : { values: {}, slips: [slip] })
  const asksWho = again?.slips.some(({ key }) => key === 'refusal.people.whichPerson') ?? false
  const body = (
    <>
      <h1>{say('page.code.head')}</h1>
      <p>{say('page.code.lead', { minutes: limits.codeMinutes })}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action="/sign-in/code">
        <TextField say={say} name="code" label={say('page.code.code')} autocomplete="one-time-code" short again={again} />
        {asksWho ? (
          <TextField say={say} name="personCode" label={say('page.code.who')} hint={say('page.code.who-hint')} short again={again} />
        ) : null}
        <button type="submit">{say('page.code.sign-in')}</button>
      </form>
      <p class="soft">
        <a href="/sign-in">{say('page.code.again')}</a>
      </p>
    </>
  )
  return { title: say('page.code.title'), body }
}

/** What the mailed link opens: one button. Opening it does nothing, since mail programs open links too. */
export async function linkPage(_db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const asksWho = again?.slips.some(({ key }) => key === 'refusal.people.whichPerson') ?? false
  const body = (
    <>
      <h1>{say('page.link.head')}</h1>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/sign-in/${encodeURIComponent(params.token ?? '')}`}>
        {asksWho ? (
          <TextField say={say} name="personCode" label={say('page.code.who')} hint={say('page.code.who-hint')} short again={again} />
        ) : null}
        <button type="submit">{say('page.link.sign-in')}</button>
      </form>
      <p class="soft">{say('page.link.elsewhere')}</p>
    </>
  )
  return { title: say('page.link.title'), body }
}
