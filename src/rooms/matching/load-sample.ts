import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { found } from '#ground/refusal'
import { type SampleProgramme, samplePeople, sampleProgrammes } from '#ground/sample'
import { accept } from '#partnerships/accept'
import { decline } from '#partnerships/decline'
import { liveOfEnrolment } from '#partnerships/reads'
import { completeImport } from '#people/complete-import'
import { personByCode } from '#people/profile-reads'
import { uploadSheet } from '#people/upload-sheet'
import { enrolMany } from '#programmes/enrol'
import { keepApart } from '#programmes/keep-apart'
import { openProgramme } from '#programmes/open-programme'
import { enrolmentsIn, findProgramme } from '#programmes/reads'
import { approveRound } from './approve-round.ts'
import { runRound } from './run-round.ts'

/** The same transaction at an earlier moment, as somebody's deed: time and person are handed in, so a sample can have a past. */
function asOf(tx: Tx, hoursAgo: number, by: string): Tx {
  return { ...tx, now: tx.now.subtract({ minutes: Math.round(hoursAgo * 60) }), by }
}

/** Heeds that a house was begun with the sample: the same deeds as anybody's, told as if they had been done over the weeks before. */
export async function loadSample(tx: Tx, news: News): Promise<void> {
  if (news.facts.sample !== 1) return
  const organisation = news.subject
  const sheet = tx.newId()
  await uploadSheet(tx, { id: sheet, organisation, fileName: 'people.csv', bytes: samplePeople(), side: null })
  await completeImport(tx, { import: sheet, take: { all: true, lines: new Set() } })
  for (const sample of sampleProgrammes()) await loadProgramme(tx, organisation, sample)
}

async function loadProgramme(tx: Tx, organisation: string, sample: SampleProgramme): Promise<void> {
  const personOf = async (code: string) => found(await personByCode(tx, organisation, code)).id
  const coordinator = await personOf(sample.coordinator)
  const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  const id = tx.newId()
  const opened = asOf(tx, sample.openedDaysAgo * 24, coordinator)
  const startsOn = today.add({ days: sample.startsInDays })
  const endsOn = today.add({ days: sample.endsInDays })
  const { template, name, purpose, joining } = sample
  await openProgramme(opened, { id, organisation, template, name, purpose, joining, startsOn, endsOn, openedBy: coordinator })
  const programme = found(await findProgramme(tx, id))
  for (const { person: code, side, capacity, topics, wish, daysAgo } of sample.enrolments) {
    const person = await personOf(code)
    await enrolMany(asOf(tx, daysAgo * 24, person), programme, [{ id: tx.newId(), programme: id, person, side, capacity, topics, wish }])
  }
  for (const { person, other } of sample.mustNot) {
    await keepApart(opened, { id: tx.newId(), programme: id, code: person, otherCode: other, by: coordinator })
  }
  if (sample.round !== null) await loadRound(tx, id, coordinator, sample.round)
  await loadAnswers(tx, organisation, id, sample.answers)
}

async function loadRound(
  tx: Tx,
  programme: string,
  coordinator: string,
  at: { runHoursAgo: number; approvedHoursAgo: number },
): Promise<void> {
  const { id } = await runRound(asOf(tx, at.runHoursAgo, coordinator), { id: tx.newId(), programme })
  await approveRound(asOf(tx, at.approvedHoursAgo, coordinator), { round: id })
}

/** Answers are told by mentee, so that they fit whatever pairs the optimum proposed; those to a later proposal wait for it. */
async function loadAnswers(tx: Tx, organisation: string, programme: string, answers: SampleProgramme['answers']): Promise<void> {
  const enrolments = await enrolmentsIn(tx, programme)
  for (const { mentee: code, by, answer, hoursAgo } of answers.filter(({ proposal }) => proposal === 1)) {
    const mentee = found(await personByCode(tx, organisation, code)).id
    const enrolment = enrolments.find(({ person, side }) => person === mentee && side === 'mentee')
    const [pair] = enrolment ? await liveOfEnrolment(tx, enrolment.id) : []
    if (!pair) continue
    const person = by === 'mentee' ? pair.mentee : pair.mentor
    const self: Tx = { ...asOf(tx, hoursAgo, person), scope: { ...tx.scope, person } }
    const deed = answer === 'accepted' ? accept : decline
    await deed(self, { partnership: pair.id, side: null })
  }
}
