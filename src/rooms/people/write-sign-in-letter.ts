import { secretHash, shortCode } from '#ground/chance'
import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { writeLetter } from '#ground/mail'
import { sayTo } from '#ground/words'
import { limits } from './session.ts'
import { codeHashOf } from './sign-in.ts'
import { findLink, type Holder, holdersOf, lettersWrittenLately, onlyWayOf } from './sign-in-reads.ts'
import { giveSecrets } from './sign-in-writes.ts'

/** The kind of letter that holds a secret: sent again after a crash, and blanked once it has left. */
export const signInLetter = 'sign-in.asked'

/**
 * Writes the letter that was asked for, where anybody has the address; to a shared address, one letter names nobody.
 * The secrets are made here and kept as hashes: what stands in the letter stands nowhere else. Where their organisation has one way in
 * alone, the letter names it and holds no secret: only who reads it learns so, and the page that was asked answers the same to all.
 */
export async function writeSignInLetter(tx: Tx, { subject }: Pick<News, 'subject'>): Promise<void> {
  const link = await findLink(tx, subject)
  if (link === undefined || link.used || Temporal.Instant.compare(tx.now, link.until) >= 0) return
  const holders = await holdersOf(tx, link.address)
  const [first] = holders
  if (first === undefined) return
  if ((await lettersWrittenLately(tx)) >= limits.signInLettersAnHourMax) {
    await tx.note('sign-in.withheld', link.id, {})
    return
  }

  const token = tx.newSecret()
  const code = shortCode(token)
  const isNew = await giveSecrets(tx, link.id, { tokenHash: secretHash(token), codeHash: codeHashOf(link.id, code) })
  if (!isNew) return
  const way = holders.length === 1 ? await onlyWayOf(tx, first.id) : null
  await writeLetter(tx, {
    kind: signInLetter,
    about: link.id,
    recipient: holders.length === 1 ? first.id : null,
    organisation: organisationOf(holders),
    address: link.address,
    language: first.language,
    ...(way === null ? wordsTo(first, holders.length > 1, { code, token }) : wordsOfWay(first, way)),
  })
}

/** None where people of several organisations share the address: no administrator reads the letter of another's. */
function organisationOf(holders: readonly Holder[]): string | null {
  const organisations = new Set(holders.map(({ organisation }) => organisation))
  const [only = null] = organisations
  return organisations.size === 1 ? only : null
}

/** Without a greeting by name where the address is shared. A person's name has no line of its own, so it makes no link. */
function wordsTo(reader: Holder, shared: boolean, { code, token }: { code: string; token: string }) {
  const say = sayTo(reader)
  const body = [
    shared ? say('mail.sign-in.greeting-shared') : say('mail.sign-in.greeting', { name: `\u2068${reader.name}\u2069` }),
    say('mail.sign-in.body', { minutes: limits.codeMinutes }),
    `${say('mail.sign-in.code')}\n${code}`,
    say('mail.sign-in.not-you'),
    `${say('mail.sign-in.link')}\n/sign-in/${token}`,
  ]
  return { title: say('mail.sign-in.title'), body: body.join('\n\n') }
}

function wordsOfWay(reader: Holder, way: string) {
  const say = sayTo(reader)
  const greeting = say('mail.sign-in.greeting', { name: `\u2068${reader.name}\u2069` })
  const body = [greeting, `${say('mail.sign-in.other-way')}\n${way}`, say('mail.sign-in.other-way-not-you')]
  return { title: say('mail.sign-in.title'), body: body.join('\n\n') }
}
