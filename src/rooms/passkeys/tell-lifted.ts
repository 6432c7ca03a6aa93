import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { writeLetter } from '#ground/mail'
import { sayTo } from '#ground/words'
import { endOtherSessions } from '#people/end-other-sessions'
import { readerOf } from '#people/reader-reads'

/** Whose passkeys were lifted is signed out everywhere, since a lost device may be signed in; and is told. */
export async function tellLifted(tx: Tx, { id, subject }: Pick<News, 'id' | 'subject'>): Promise<void> {
  await endOtherSessions(tx, { person: subject, keep: null })
  const reader = await readerOf(tx, subject)
  if (!reader?.email) return
  const say = sayTo(reader)
  await writeLetter(tx, {
    kind: 'passkeys.lifted',
    about: subject,
    // Lifted again, told again.
    version: Number(id),
    recipient: subject,
    organisation: reader.organisation,
    address: reader.email,
    language: reader.language,
    title: say('mail.lifted.title'),
    body: [say('mail.lifted.body'), `${say('mail.lifted.begin')}\n/sign-in`].join('\n\n'),
  })
}
