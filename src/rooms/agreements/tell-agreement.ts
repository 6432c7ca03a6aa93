import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { writeLetter } from '#ground/mail'
import { nudge, nudgesSent } from '#ground/nudge'
import { sayTo } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { otherSide, type Side, sides } from '#partnerships/partnership'
import { findPartnership, type Partnership } from '#partnerships/reads'
import { pairsUnderWay } from '#partnerships/stage-reads'
import { signingsIn } from './agreement-reads.ts'

type What = 'written' | 'waits'
const hoursBefore = [72, 168] as const

/** The text was changed: who did not change it is told that it waits for them, and not a word of it. */
export async function tellWritten(tx: Tx, { subject, by, facts }: Pick<News, 'subject' | 'by' | 'facts'>): Promise<void> {
  const pair = await findPartnership(tx, subject)
  if (pair === undefined || pair.endedAt !== null) return
  for (const side of sides) if (pair[side] !== by) await write(tx, pair, side, 'written', Number(facts.nth))
}

/** Reminds who has not signed the text that stands, after three days and after a week; nobody whose partnership rests. */
export async function remindSigners(tx: Tx): Promise<void> {
  const pairs = (await pairsUnderWay(tx, null)).filter(({ holds }) => holds.length === 0)
  for (const programme of new Set(pairs.map((pair) => pair.programme))) {
    const signings = await signingsIn(tx, programme)
    for (const { id } of pairs.filter((pair) => pair.programme === programme)) {
      const own = signings.filter(({ partnership }) => partnership === id)
      const pair = own.length > 0 ? await findPartnership(tx, id) : undefined
      const hours = own[0]?.writtenAt.until(tx.now).total('hours') ?? 0
      if (!pair) continue
      for (const side of sides) if (!own.some(({ signer }) => signer === side)) await remind(tx, pair, side, hours)
    }
  }
}

async function remind(tx: Tx, pair: Partnership, side: Side, hours: number): Promise<void> {
  const about = { about: pair.id, kind: 'agreement.waits', person: pair[side] }
  const { times } = await nudgesSent(tx, about)
  if (times >= hoursBefore.filter((due) => hours >= due).length) return
  const nth = await nudge(tx, about)
  if (nth !== null) await write(tx, pair, side, 'waits', nth)
}

async function write(tx: Tx, pair: Partnership, side: Side, what: What, version: number): Promise<void> {
  const people = await correspondentsOf(tx, [pair.mentor, pair.mentee])
  const [reader, partner] = [people.get(pair[side]), people.get(pair[otherSide(side)])]
  if (!reader?.email || !partner) return
  const say = sayTo(reader.reader)
  const name = apart(partner.name)
  const body = [
    say('mail.partnership.greeting', { name: apart(reader.name) }),
    say(`mail.agreement.${what}.body`, { name }),
    `${say('mail.agreement.link')}\n/partnerships/${pair.id}/agreement`,
  ].join('\n\n')
  const letter = { kind: `agreement.${what}`, about: pair.id, version, recipient: reader.id, organisation: pair.organisation }
  await writeLetter(tx, {
    ...letter,
    address: reader.email,
    language: say.language,
    title: say(`mail.agreement.${what}.title`, { name }),
    body,
  })
}
