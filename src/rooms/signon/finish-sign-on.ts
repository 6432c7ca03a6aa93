import type { Db, Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { startSession } from '#people/start-session'
import { askWhoCame, type Claims, type Coming } from './outside.ts'
import { callbackOf, limits, type Try } from './provider.ts'
import { clientSecretOf, ownTryByState, peopleFound } from './reads.ts'
import { insertTryUse } from './writes.ts'

/** What a provider sent back with somebody, and the browser that they came back in. */
export type FinishSignOn = { name: string; code: string; state: string; iss: string | null; browser: string; device: string }

/** What the way out needs; to another browser, too late, or a second time there is nothing to go on with. */
export async function beforeFinish(
  db: Db,
  asked: FinishSignOn,
  { baseUrl, goesInside }: { baseUrl: string; goesInside: boolean },
): Promise<Coming> {
  const { provider, secrets } = await tryOf(db, asked)
  const { issuer, client, metadata, name } = provider
  const secret = await clientSecretOf(db, provider)
  const { code, iss } = asked
  return { issuer, client, secret, metadata, secrets, code, iss, callback: callbackOf(baseUrl, name), goesInside }
}

export const learnWhoCame = (coming: Coming): Promise<Claims> => askWhoCame(coming)

/** Signs in the one person whom the provider means. An address counts only where the provider says that it has verified it. */
export async function finishSignOn(tx: Tx, asked: FinishSignOn, claims: Claims): ReturnType<typeof startSession> {
  const tried = await tryOf(tx, asked)
  const { provider, id, next } = tried
  if (!(await insertTryUse(tx, id))) refuse('signon.over')
  const meant = meantBy(provider.codeClaim, claims)
  const [person, ...others] = await peopleFound(tx, provider.organisation, meant)
  // The one who came is shown what their organisation said of them, so that their coordinator can enter it.
  const said = `\u2068${('address' in meant ? meant.address : meant.code).slice(0, limits.saidCharsMax)}\u2069`
  if (person === undefined) refuse('signon.nobody', { said })
  if (others.length > 0) refuse('signon.several', { said })

  const { browser, device } = asked
  const holder = { id: person, organisation: provider.organisation }
  return startSession(tx, {
    holder,
    link: { id, next },
    browser,
    device,
    begunBy: 'provider',
    proved: provider.isStrong ? 'provider' : null,
  })
}

async function tryOf(db: Db, { state, browser, name }: FinishSignOn): Promise<Try> {
  const tried = await ownTryByState(db, state, browser)
  return tried && tried.provider.name === name ? tried : refuse('signon.over')
}

function meantBy(codeClaim: string | null, claims: Claims): { address: string } | { code: string } {
  if (codeClaim !== null) {
    const code = claims[codeClaim]
    return typeof code === 'string' && code.trim() !== '' ? { code } : refuse('signon.noCodeClaim')
  }
  if (claims.email === null || !claims.isVerified) refuse('signon.unverified')
  return { address: claims.email }
}
