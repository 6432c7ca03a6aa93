import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { keptUntil } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { findProgramme } from '#programmes/reads'
import { standingOf } from './advance.ts'
import { correspondentsOf } from './correspondent.ts'
import type { Course } from './course.tsx'
import { mayRematch } from './ending.page.tsx'
import { endSaid, ownExitReason, rematchesOf, talksOf } from './leaving-reads.ts'
import { coordinatesPair } from './may-answer.ts'
import { ofTwo } from './of-two.ts'
import { otherSide, type Side, sideOf, stageFor } from './partnership.ts'
import { findPartnership, type Partnership } from './reads.ts'
import { coordinatorView } from './show-coordinator.page.tsx'
import { sideView } from './show-side.page.tsx'
import { sideWords } from './side-words.ts'
import { holdsOf, milestonesOf, stagesOf, waiversOf } from './stage-reads.ts'

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
    const seen = { say, again, pair, side, words, stage, programme, partner: found(people.get(pair[otherSide(side)])) }
    return sideView({ ...seen, ...(pair.isAgreed ? await lifeOf(db, pair, side) : {}) })
  }
  const [mentor, mentee] = [found(people.get(pair.mentor)), found(people.get(pair.mentee))]
  const course = pair.isAgreed ? await courseOf(db, pair) : undefined
  return coordinatorView({
    say,
    again,
    pair,
    programme,
    sides: pathway.sides,
    people: { mentor, mentee },
    mayRecord: coordinatesPair(db, pair),
    course,
  })
}

/** The same for the two alone, where a form is theirs. */
export async function ownPartnershipPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  await ofTwo(db, asked.params.partnership ?? '')
  return partnershipPage(db, asked, again)
}

/** What one of the two reads of their life together: where it stands, or how it ended and what is left. */
async function lifeOf(db: Db, pair: Partnership, side: Side) {
  const standing = await standingOf(db, pair)
  if (standing === undefined) return {}
  const end = await endSaid(db, pair.id)
  if (end === undefined) return { together: { standing, holds: await holdsOf(db, pair.id) } }
  const wished = (await rematchesOf(db, pair.menteeEnrolment)).some(({ partnership }) => partnership === pair.id)
  const offered = !wished && side === 'mentee' && (await mayRematch(db, pair, standing.pathway))
  const talks = await talksOf(db, pair.id)
  const ended = {
    text: end.text,
    endedAt: end.at,
    keptUntil: keptUntil(standing.pathway, end.at),
    isCompleted: standing.stage.endsAs === 'completed',
    rematch: wished ? ('wished' as const) : offered ? ('offered' as const) : ('none' as const),
    talkAskedAt: talks.find(({ person }) => person === db.scope.person)?.at,
    hasToldReason: (await ownExitReason(db, pair.id)) !== undefined,
  }
  return { ended }
}

async function courseOf(db: Db, pair: Partnership): Promise<Course | undefined> {
  const standing = await standingOf(db, pair)
  if (standing === undefined) return undefined
  const stages = await stagesOf(db, pair.id)
  const reasons = await waiversOf(db, pair.id)
  const movers = stages.flatMap(({ by }) => (by === null ? [] : [by]))
  return {
    standing,
    stages: stages.map((row) => ({ ...row, reason: reasons.get(row.nth) ?? null })),
    holds: pair.endedAt === null ? await holdsOf(db, pair.id) : [],
    milestones: await milestonesOf(db, pair.id),
    talks: await talksOf(db, pair.id),
    movers: await correspondentsOf(db, movers),
  }
}
