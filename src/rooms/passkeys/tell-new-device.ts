import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { writeLetter } from '#ground/mail'
import { sayInstant } from '#ground/when'
import { sayTo } from '#ground/words'
import { readerOf } from '#people/reader-reads'
import { startedSession } from '#people/sign-in-reads'

/** Tells somebody that they, or somebody in their name, signed in by a browser that never did before; the first one ever is not told. */
export async function tellNewDevice(tx: Tx, { subject, facts }: Pick<News, 'subject' | 'facts'>): Promise<void> {
  if (facts.fresh !== 1) return
  const session = await startedSession(tx, subject)
  const reader = session && (await readerOf(tx, session.person))
  if (!session || !reader?.email) return
  const say = sayTo(reader)
  const device = `\u2068${session.device ?? say('page.me.device-unknown')}\u2069`
  const body = [
    say('mail.new-device.body', { device, at: sayInstant(say, session.startedAt) }),
    say('mail.new-device.yours'),
    `${say('mail.new-device.end')}\n/me#sessions`,
  ]
  await writeLetter(tx, {
    kind: 'session.fresh',
    about: subject,
    recipient: session.person,
    organisation: reader.organisation,
    address: reader.email,
    language: reader.language,
    title: say('mail.new-device.title'),
    body: body.join('\n\n'),
  })
}
