import type { Tx } from '#ground/db'
import { type Nudged, nudge, nudgesAbout } from '#ground/nudge'
import { found } from '#ground/refusal'
import type { Pathway } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { endPartnership } from './end-partnership.ts'
import { textOfSilence } from './leaving.ts'
import { quietLetter } from './pair-letters.ts'
import { limits, type Side, sides } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { type PairUnderWay, pairsUnderWay } from './stage-reads.ts'
import { type LetterTo, writeToSides } from './write-to-sides.ts'
import { holdPartnership } from './writes.ts'

export const quietNudge = 'pair.quiet'
const hoursADay = 24
const perCent = 100
/** Nobody is reminded again, and no pair lapses, before so many days after the last reminder. */
const graceDays = 7

/** What is due to a pair that is quiet: its end, or a reminder to a side or two. */
type Due = { pair: PairUnderWay; pathway: Pathway; lapses: boolean; remind: readonly Side[] }

/**
 * Reminds both sides of a pair that has been quiet, kindly and twice at most, and ends one that has fallen silent; by the clock. What
 * rests, and what is closing, is left in peace.
 */
export async function keepContact(tx: Tx): Promise<void> {
  const quiet = await quietPairs(tx)
  const sent = Map.groupBy(
    await nudgesAbout(
      tx,
      quietNudge,
      quiet.map(({ pair }) => pair.quiet.about),
    ),
    ({ about }) => about,
  )
  const due = quiet
    .map((one) => ({ ...one, ...dueTo(tx.now, one, sent.get(one.pair.quiet.about) ?? []) }))
    .filter(({ lapses, remind }) => lapses || remind.length > 0)
    .slice(0, limits.sweptMax)
  for (const one of due.sort((first, second) => (first.pair.id < second.pair.id ? -1 : 1))) await keepOne(tx, one)
}

async function quietPairs(tx: Tx): Promise<{ pair: PairUnderWay; pathway: Pathway }[]> {
  const pathways = new Map<string, Pathway>()
  const quiet: { pair: PairUnderWay; pathway: Pathway }[] = []
  for (const pair of await pairsUnderWay(tx, null)) {
    const pathway = pathways.get(pair.programme) ?? (await pathwayOf(tx, pair.programme))
    pathways.set(pair.programme, pathway)
    if (pair.holds.length > 0 || pair.stage === pathway.closes) continue
    if (isPast(tx.now, pair, pathway, pathway.contact.nudgeAt)) quiet.push({ pair, pathway })
  }
  return quiet
}

/** Whether so many per cent of the usual days between two meetings have passed without contact. */
function isPast(now: Temporal.Instant, { quiet }: PairUnderWay, { meetings }: Pathway, at: number): boolean {
  return quiet.since.until(now).total('hours') >= (hoursADay * meetings.everyDays * at) / perCent
}

function dueTo(
  now: Temporal.Instant,
  { pair, pathway }: Pick<Due, 'pair' | 'pathway'>,
  sent: readonly Nudged[],
): Pick<Due, 'lapses' | 'remind'> {
  const of = (side: Side) => sent.find(({ person }) => person === pair[side])
  const isRecent = (side: Side) => (of(side)?.last.until(now).total('hours') ?? Number.POSITIVE_INFINITY) < hoursADay * graceDays
  const wereReminded = sides.every((side) => of(side) !== undefined && !isRecent(side))
  if (wereReminded && pathway.ends.includes('lapsed') && isPast(now, pair, pathway, pathway.contact.lapseAt))
    return { lapses: true, remind: [] }
  const times = isPast(now, pair, pathway, pathway.contact.callAt) ? 2 : 1
  return { lapses: false, remind: sides.filter((side) => (of(side)?.times ?? 0) < times && !isRecent(side)) }
}

async function keepOne(tx: Tx, { pair, pathway, lapses, remind }: Due): Promise<void> {
  await holdPartnership(tx, pair.id)
  const now = found(await findPartnership(tx, pair.id))
  if (now.endedAt !== null) return
  if (lapses) return endPartnership(tx, { partnership: pair.id, reason: 'lapsed', neutralText: textOfSilence })
  const { about } = pair.quiet
  const letters: LetterTo[] = []
  for (const side of remind) {
    const nth = await nudge(tx, { about, kind: quietNudge, person: pair[side] })
    if (nth !== null) letters.push({ side, kind: quietNudge, about, version: nth, words: quietLetter(pathway) })
  }
  await writeToSides(tx, now, letters)
}
