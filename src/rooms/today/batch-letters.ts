import type { Db } from '#ground/db'
import { nudgesSent } from '#ground/nudge'
import { dayOf, sayNearDay } from '#ground/when'
import { type Say, sayTo } from '#ground/words'
import { type Correspondent, correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import type { Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { type BatchLine, beingWritten } from './batch-reads.ts'
import type { CardRow, Recipient } from './card.ts'

/** The letters to the people of some rows, each as it will leave; and who gets none, with why. */
export type Drawn = { lines: BatchLine[]; toCall: Correspondent[]; remindedTwice: number; writtenNow: number }

/** Reminders of one thing to one person; a proposal's own reminder counts as the first. */
const nudgesMax: Record<Recipient['nudge'], number> = { 'pair.quiet': 2, 'review.waiting': 2, 'partnership.proposal': 1 }

export async function drawLetters(db: Db, rows: readonly CardRow[]): Promise<Drawn> {
  const drawn: Drawn = { lines: [], toCall: [], remindedTwice: 0, writtenNow: 0 }
  const recipients = rows.flatMap((row) => row.recipients.map((one) => ({ ...one, programme: row.programme ?? '' })))
  const people = await correspondentsOf(
    db,
    recipients.flatMap(({ person, partner }) => [person, partner]),
  )
  const programmes = [...new Set(recipients.map(({ programme }) => programme))]
  const pathways = new Map(await Promise.all(programmes.map(async (id) => [id, await pathwayOf(db, id)] as const)))
  const writing = await beingWritten(db, programmes)
  for (const one of recipients) {
    const [reader, partner, pathway] = [people.get(one.person), people.get(one.partner), pathways.get(one.programme)]
    if (!reader || !partner || !pathway) continue
    const { times } = await nudgesSent(db, { about: one.about, kind: one.nudge, person: one.person })
    if (writing.has(`${one.about} ${one.person} ${one.nudge}`)) drawn.writtenNow += 1
    else if (times >= nudgesMax[one.nudge]) drawn.remindedTwice += 1
    else if (reader.email === null) drawn.toCall.push(reader)
    else drawn.lines.push(lineOf({ one, reader, partner, pathway, address: reader.email, nth: drawn.lines.length + 1 }))
  }
  return drawn
}

type Parts = {
  one: Recipient & { programme: string }
  reader: Correspondent
  partner: Correspondent
  pathway: Pathway
  address: string
  nth: number
}

function lineOf({ one, reader, partner, pathway, address, nth }: Parts): BatchLine {
  const say = sayTo(reader.reader)
  const { title, body } = wordsOf(say, one, apart(partner.name), pathway)
  const { person, programme, about, nudge, path } = one
  const whole = [say('mail.partnership.greeting', { name: apart(reader.name) }), body, `${say('mail.nudge.link')}\n${path}`].join('\n\n')
  return { nth, person, programme, about, nudge, address, language: say.language, title, body: whole }
}

/** What a reminder says, in the words of the programme's pathway where it has its own. */
function wordsOf(say: Say, { nudge, until }: Recipient, name: string, pathway: Pathway): { title: string; body: string } {
  const date = until === null ? '' : sayNearDay(say, dayOf(say, until).subtract({ days: 1 }))
  if (nudge === 'partnership.proposal') {
    return { title: say('mail.nudge.proposal.title', { name }), body: say('mail.nudge.proposal.body', { name, date }) }
  }
  const kind = nudge === 'pair.quiet' ? 'quiet' : 'review'
  const own = pathway.reminders.find((one) => one.kind === kind)
  const body = own ? sayTexts(say, own.says) : say(`mail.nudge.${kind}.body`, { name })
  return { title: say(`mail.nudge.${kind}.title`, { name }), body }
}
