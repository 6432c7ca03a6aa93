import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { callbackOf, challengeOf, limits, type Try } from './provider.ts'
import { ownTry, providerNamed } from './reads.ts'

const ownNext = (text: string | null) => (text && text.length <= limits.nextCharsMax && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : null)

/** Which organisation's way in: by the name that its administrator has spread. */
export async function findPage(_db: Db, { say, query }: Asked, again?: Again): Promise<View> {
  const title = say('page.signon.find')
  const next = ownNext(query.get('next'))
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <form method="post" action="/sign-on">
        {next === null ? null : <Hidden name="next" value={next} />}
        <TextField say={say} name="name" label={say('page.signon.name')} hint={say('page.signon.name-hint')} short required again={again} />
        <button type="submit">{say('page.signon.go-on')}</button>
      </form>
      <p>
        <a href="/sign-in">{say('page.signon.by-letter')}</a>
      </p>
    </>
  )
  return { title, body }
}

/** One organisation's way in: a button, since going to a provider begins something. */
export async function beginPage(db: Db, { say, me, params, query, formId }: Asked, again?: Again): Promise<View> {
  if (me) return alreadyIn(say)
  const provider = found(await providerNamed(db, params.name ?? ''))
  const next = ownNext(query.get('next'))
  const title = say('page.signon.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.signon.to', { host: `\u2068${new URL(provider.issuer).host}\u2069` })}</p>
      <form method="post" action={`/sign-in/with/${provider.name}`}>
        <Hidden name="id" value={formId} />
        {next === null ? null : <Hidden name="next" value={next} />}
        <button type="submit">{say('page.signon.go-on')}</button>
      </form>
      <p>
        <a href="/sign-in">{say('page.signon.by-letter')}</a>
      </p>
    </>
  )
  return { title, body }
}

/**
 * The way out, as a link: a form that ended at another site would have to be allowed to by every page's policy, and a person sees here
 * where they go. In another browser, or too late, the page says so.
 */
export async function goingPage(db: Db, { say, me, params, baseUrl, caller }: Asked): Promise<View> {
  if (me) return alreadyIn(say)
  const provider = found(await providerNamed(db, params.name ?? ''))
  const tried = await ownTry(db, params.try ?? '', caller.browser)
  const title = say('page.signon.title')
  const body = (
    <>
      <h1>{title}</h1>
      {tried ? (
        <>
          <p>{say('page.signon.leaving', { host: `\u2068${new URL(provider.metadata.authorization_endpoint).host}\u2069` })}</p>
          <p>
            <a class="button" href={addressOf(tried, callbackOf(baseUrl, provider.name))} rel="noreferrer">
              {say('page.signon.leave')}
            </a>
          </p>
        </>
      ) : (
        <Over say={say} name={provider.name} />
      )}
    </>
  )
  return { title, body }
}

/** Back from the provider: one more button, so that nothing that only looks at links signs anybody in. */
export async function backPage(db: Db, { say, me, params, query }: Asked, again?: Again): Promise<View> {
  if (me) return alreadyIn(say)
  const provider = found(await providerNamed(db, params.name ?? ''))
  const [code, state, iss] = [query.get('code'), query.get('state'), query.get('iss')]
  const title = say('page.signon.back')
  const values = again?.values ?? { code: code ?? '', state: state ?? '', iss: iss ?? '' }
  const hasCome = String(values.code ?? '') !== '' && String(values.state ?? '') !== ''
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {hasCome && !again ? (
        <form method="post" action={`/sign-in/with/${provider.name}/callback`}>
          {(['code', 'state', 'iss'] as const).map((name) => (
            <Hidden name={name} value={String(values[name] ?? '')} />
          ))}
          <button type="submit">{say('page.signon.in')}</button>
        </form>
      ) : (
        <Over say={say} name={provider.name} />
      )}
    </>
  )
  return { title, body }
}

/** Who is signed in needs no way in, and may not look at those of others. */
function alreadyIn(say: Asked['say']): View {
  const title = say('page.signon.title')
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.signon.already')}</p>
      <p>
        <a class="button" href="/">
          {say('page.signon.go-on')}
        </a>
      </p>
    </>
  )
  return { title, body }
}

function Over({ say, name }: { say: Asked['say']; name: string }) {
  return (
    <Notice>
      <p>{say('page.signon.over')}</p>
      <p>
        <a href={`/sign-in/with/${name}`}>{say('page.signon.again')}</a> · <a href="/sign-in">{say('page.signon.by-letter')}</a>
      </p>
    </Notice>
  )
}

/** The provider's own page with all that binds its answer to this try. */
function addressOf({ provider, secrets }: Try, callback: string): string {
  const url = new URL(provider.metadata.authorization_endpoint)
  const asked = {
    ...{ response_type: 'code', client_id: provider.client, redirect_uri: callback, scope: 'openid email profile' },
    ...{ state: secrets.state, nonce: secrets.nonce, code_challenge: challengeOf(secrets), code_challenge_method: 'S256' },
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return url.href
}
