import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { sayTo } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { otherSide, type Side } from '#partnerships/partnership'
import type { Partnership } from '#partnerships/reads'

/** Tells the other that candid feedback waits for them, and never what it says. */
export async function writeGiftLetter(tx: Tx, pair: Partnership, giver: Side, round: string): Promise<void> {
  const people = await correspondentsOf(tx, [pair.mentor, pair.mentee])
  const reader = people.get(pair[otherSide(giver)])
  const partner = people.get(pair[giver])
  if (!reader?.email || !partner) return
  const say = sayTo(reader.reader)
  const name = apart(partner.name)
  const body = [
    say('mail.partnership.greeting', { name: apart(reader.name) }),
    say('mail.gift.body', { name }),
    `${say('mail.gift.link')}\n/partnerships/${pair.id}/feedback`,
  ].join('\n\n')
  const { language } = reader.reader
  const title = say('mail.gift.title', { name })
  const letter = { kind: 'feedback.given', about: round, recipient: reader.id, organisation: pair.organisation, address: reader.email }
  await writeLetter(tx, { ...letter, language, title, body })
}
