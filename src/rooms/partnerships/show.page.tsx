import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { pathwayOf } from '#programmes/pathway-reads'
import { findProgramme } from '#programmes/reads'
import { correspondentsOf } from './correspondent.ts'
import { coordinatesPair } from './may-answer.ts'
import { otherSide, sideOf, stageFor } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { coordinatorView } from './show-coordinator.page.tsx'
import { sideView } from './show-side.page.tsx'
import { sideWords } from './side-words.ts'

/** A partnership as its reader stands to it: one of the two, or the coordinator. In one's own pair one is never the coordinator. */
export async function partnershipPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const pair = found(await findPartnership(db, params.partnership ?? ''))
  const people = await correspondentsOf(db, [pair.mentor, pair.mentee])
  const programme = found(await findProgramme(db, pair.programme)).name
  const pathway = await pathwayOf(db, pair.programme)
  const side = sideOf(pair, db.scope.person)
  if (side !== null) {
    const stage = stageFor(side, pair.answers[side], pair.isAgreed, pair.endedAt !== null)
    const words = sideWords(say, pathway, side)
    return sideView({ say, again, pair, side, words, stage, programme, partner: found(people.get(pair[otherSide(side)])) })
  }
  const [mentor, mentee] = [found(people.get(pair.mentor)), found(people.get(pair.mentee))]
  return coordinatorView({
    say,
    again,
    pair,
    programme,
    sides: pathway.sides,
    people: { mentor, mentee },
    mayRecord: coordinatesPair(db, pair),
  })
}
