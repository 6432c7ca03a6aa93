import type { Scope } from '#ground/db'
import { type GivenProgramme, type GivenSide, givenProgramme, givenSide, lettersAbout } from '#partnerships/pairs.testing'
import type { TestHouse } from '#testing/house'
import { draftAsk } from './draft-ask.ts'
import { moveOn } from './move-on.ts'
import { findAsk, peopleToAsk, turnsOf } from './reads.ts'
import { sayNo } from './say-no.ts'
import { sendAsk } from './send-ask.ts'
import { tellEnded } from './tell-ended.ts'

export const aQuestion = 'I have to present our results to donors on Monday.'

type Facts = Parameters<typeof givenSide>[3]

/** A mentor who offers help with public speaking, unless the facts say otherwise. */
export function givenMentor(house: TestHouse, programme: GivenProgramme, facts: Facts = {}): Promise<GivenSide> {
  return givenSide(house, programme, 'mentor', { canHelpWith: ['public-speaking'], languages: ['en'], ...facts })
}

export type GivenAsk = { id: string; programme: GivenProgramme; asker: GivenSide; mentors: GivenSide[] }

/** A programme with an asker and so many mentors who fit, in the order in which they would be asked; and a draft. */
export async function givenDraft(house: TestHouse, mentorCount = 3, facts: Facts = {}): Promise<GivenAsk> {
  const programme = await givenProgramme(house)
  const asker = await givenSide(house, programme, 'mentee', { fullName: 'Zahra', languages: ['en'], ...facts })
  const mentors: GivenSide[] = []
  for (let nth = 0; nth < mentorCount; nth += 1) mentors.push(await givenMentor(house, programme))
  const id = await drafted(house, asker.scope, programme.id)
  const chosen = (await house.read((db) => peopleToAsk(db, id))).map(({ person }) => person)
  return { id, programme, asker, mentors: mentors.sort((a, b) => placeIn(chosen, a.id) - placeIn(chosen, b.id)) }
}

const placeIn = (people: readonly string[], person: string) => (people.includes(person) ? people.indexOf(person) : people.length)

export async function drafted(house: TestHouse, scope: Scope, programme: string, text = aQuestion): Promise<string> {
  return house.writeAs(scope, async (tx) => (await draftAsk(tx, { id: tx.newId(), programme, text })).id)
}

/** Sends it, and lets the house ask the first. */
export async function sent(house: TestHouse, { id, asker }: Pick<GivenAsk, 'id' | 'asker'>): Promise<void> {
  await house.writeAs(asker.scope, (tx) => sendAsk(tx, { ask: id }))
  await house.write((tx) => moveOn(tx, { subject: id }))
}

export async function givenSent(house: TestHouse, mentorCount = 3): Promise<GivenAsk> {
  const given = await givenDraft(house, mentorCount)
  await sent(house, given)
  return given
}

/** Says no, and lets the house move on. */
export async function saidNo(house: TestHouse, ask: string, who: { scope: Scope }): Promise<void> {
  await house.writeAs(who.scope, (tx) => sayNo(tx, { ask }))
  await house.write((tx) => moveOn(tx, { subject: ask }))
  await house.write((tx) => tellEnded(tx, { subject: ask }))
}

export const stateOfAsk = async (house: TestHouse, id: string) => {
  const ask = await house.read((db) => findAsk(db, id))
  return ask?.endReason ?? ask?.state
}

/** Who has been asked, in order, and who is being asked. */
export async function askedSoFar(house: TestHouse, id: string): Promise<{ asked: string[]; now: string | undefined }> {
  const turns = await house.read((db) => turnsOf(db, id))
  return { asked: turns.map(({ person }) => person), now: turns.find(({ isOpen }) => isOpen)?.person }
}

/** The kinds of the letters about an ask, with whom each went to. */
export async function lettersOf(house: TestHouse, id: string): Promise<{ kind: string; to: string | null; text: string }[]> {
  const letters = await lettersAbout(house, id)
  return letters.map(({ kind, recipient, title, body }) => ({ kind, to: recipient, text: `${title}\n${body}` }))
}
