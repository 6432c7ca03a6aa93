import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import type { Canaries } from './canary.testing.ts'
import type { Begun } from './canary-begun.testing.ts'
import type { LookedThrough } from './canary-house.testing.ts'
import { dayIn, type Visitor } from './canary-visitor.testing.ts'

const newId = realHands.newId

/** Both read the briefing, write the agreement together and sign it. */
export async function agreed({ partnership, mentor, mentee }: Begun, canaries: Canaries): Promise<void> {
  const path = `/partnerships/${partnership}`
  for (const one of [mentor, mentee]) await one.post(`${path}/confirmations`, { stage: 'induct', criterion: 'briefed' })
  const text = `${path}/agreement/text`
  const clauses = async (nth: string) => {
    const names = [...(await mentee.get(text)).matchAll(/name="(clause-[^"]+)"/g)].map(([, name]) => name ?? '')
    return Object.fromEntries(names.map((name) => [name, canaries.of(`${name} of an agreement, ${nth}`)]))
  }
  const goals = (nth: string) => ({ 'goal-0': canaries.of(`an agreement’s goal, ${nth}`), 'goal-1': canaries.of(`another goal, ${nth}`) })
  await mentee.typeOn(text, text, { ...goals('first'), ...(await clauses('first')) }, `${path}/agreement`)
  await mentor.typeOn(text, text, { ...goals('changed'), ...(await clauses('changed')) }, `${path}/agreement`)
  for (const one of [mentor, mentee]) await one.typeOn(`${path}/agreement`, `${path}/agreement/signatures`, {})
}

/** They arrange a meeting, say where, move it, write at it, leave a message half written, and tell of two more. */
export async function met(house: LookedThrough, { partnership, mentor, mentee }: Begun, canaries: Canaries): Promise<string> {
  const path = `/partnerships/${partnership}`
  const time = { day: dayIn(5), clock: '10:00', zone: 'UTC', minutes: '45' }
  await mentor.post(`${path}/meetings`, { id: newId(), ...time, place: canaries.of('a place of a meeting') })
  const [meeting = ''] = (await house.read((db) => db.selectFrom('meetings').select('id').execute())).map(({ id }) => id)
  const at = `/meetings/${meeting}`
  await mentee.get(at)
  await mentor.type(`${at}/place`, { place: canaries.of('another place of a meeting') }, at)
  await mentee.post(`${at}/time`, { nth: '1', ...time, day: dayIn(6) })
  await mentee.type(`${at}/messages`, { id: newId(), text: canaries.of('a message at a meeting') }, at)
  await mentor.type(`${at}/draft`, { text: canaries.of('a message half written') }, at)
  for (const one of [0, -1]) await mentor.post(`${path}/meeting-log`, { id: newId(), day: dayIn(one), zone: 'UTC', minutes: '60' })
  return meeting
}

/** Notes that are shared, kept to oneself, changed, left half written, shared later and taken back. */
export async function noted({ partnership, mentor, mentee }: Begun, canaries: Canaries): Promise<string> {
  const [shared, own] = [`/partnerships/${partnership}/notebook`, `/partnerships/${partnership}/private-notes`]
  const [note, later, gone] = [newId(), newId(), newId()]
  await mentee.type(shared, { id: note, text: canaries.of('a shared note') })
  await mentee.type(`/notes/${note}/text`, { id: newId(), version: '1', text: canaries.of('a shared note, changed') })
  await mentee.type(`/notes/${note}/draft`, { version: '2', text: canaries.of('a change half written') })
  await mentor.type(own, { id: later, text: canaries.of('a note of one’s own') })
  await mentor.type(`${own}/draft`, { id: newId(), text: canaries.of('a note of one’s own, half written') })
  await mentee.type(`${shared}/draft`, { id: newId(), text: canaries.of('a shared note, half written') })
  await mentor.post(`/notes/${later}/sharing`, { id: newId(), version: '1' })
  await mentor.type(own, { id: gone, text: canaries.of('a note taken back') })
  await mentor.post(`/notes/${gone}/ending`)
  await mentor.post(`${shared}/search`, { q: canaries.of('words looked for') })
  return note
}

/** What they work towards: goals, steps, skills, opportunities and what these led to. */
export async function worked({ partnership, mentor, mentee }: Begun, canaries: Canaries): Promise<void> {
  const path = `/partnerships/${partnership}`
  const [goal, skill, opportunity] = [newId(), newId(), newId()]
  const texts = (nth: string) => ({ text: canaries.of(`a goal${nth}`), shownBy: canaries.of(`what shows a goal${nth}`) })
  await mentee.type(`${path}/goals`, { id: goal, ...texts(''), of: 'both' }, `/goals/${goal}`)
  await mentor.type(`/goals/${goal}/text`, { id: newId(), version: '1', ...texts(', changed') })
  await mentee.type(`${path}/next-steps`, { id: newId(), step: canaries.of('a next step'), owner: 'mentee', dueOn: dayIn(2) })
  await mentee.type(`${path}/skills`, { id: skill, topic: '', own: canaries.of('a skill') })
  await mentee.type(`/skills/${skill}/assessments`, { id: newId(), level: '3', note: canaries.of('a note to a level') })
  const opened = { id: opportunity, kind: 'job', text: canaries.of('an opportunity'), openedBy: 'mentor' }
  await mentor.type(`${path}/opportunities`, opened, `/opportunities/${opportunity}`)
  const outcome = `/opportunities/${opportunity}/outcomes`
  await mentee.type(outcome, { id: newId(), outcome: 'led-to', text: canaries.of('what an opportunity led to') })
  await mentee.post('/portfolio', { shown: `${goal} ${skill}`, goals: goal, skills: skill })
}

/** The words of a review for the partner, for the coordinator and for nobody else, from its own form. */
export async function answered(house: LookedThrough, { mentor, mentee }: Begun, canaries: Canaries): Promise<void> {
  await house.settled()
  const reviews = await house.read((db) =>
    db.selectFrom('reviews').select(['id', 'key']).where('id', 'not in', db.selectFrom('reviewReplies').select('review')).execute(),
  )
  assert.ok(reviews.length > 0, 'a review is open')
  for (const { id, key } of reviews) {
    const page = await mentor.get(`/reviews/${id}`)
    for (const [side, visitor] of Object.entries({ mentor, mentee }))
      await replied(visitor, id, page, (name) => canaries.of(`${name} of review ${key}, ${side}`))
  }
}

async function replied(visitor: Visitor, review: string, page: string, wordsFor: (name: string) => string): Promise<void> {
  const texts = [...page.matchAll(/<textarea[^>]*name="(answer-[^"]+)"/g)].map(([, name = '']) => [name, wordsFor(name)])
  const inputs = [...page.matchAll(/<input[^>]*name="(answer-[^"]+)"[^>]*>/g)].map(([input, name = '']) => [
    name,
    /value="([^"]*)"/.exec(input)?.[1] ?? '',
  ])
  assert.ok(texts.length > 0, 'a review asks for words')
  await visitor.type(`/reviews/${review}`, { id: newId(), ...Object.fromEntries([...inputs, ...texts]) }, `/reviews/${review}`)
}

/** They have done what they wanted, answer the last review, thank each other and pass it on. */
export async function closed(house: LookedThrough, begun: Begun, canaries: Canaries): Promise<void> {
  const { partnership, mentor, mentee } = begun
  const path = `/partnerships/${partnership}`
  await mentee.post(`${path}/confirmations`, { stage: 'active', criterion: 'closing' })
  await answered(house, begun, canaries)
  const thanks = { text: canaries.of('thanks') }
  await mentor.type(`${path}/thanks`, thanks, `${path}/closing`)
  await mentee.post(`${path}/passing-on`, { id: newId() })
}

/** An ask for help, answered by who was asked, and the place of the meeting that it led to. */
export async function asked(house: LookedThrough, { programme, mentee, by, nameOf }: Begun, canaries: Canaries): Promise<void> {
  const ask = newId()
  await mentee.type('/asks', { id: ask, programme, text: `pricing ${canaries.of('an ask')}` })
  await mentee.post(`/asks/${ask}/topics`, { topics: 'pricing' })
  await mentee.post(`/asks/${ask}/sending`)
  await house.settled()
  const turn = await house.read((db) => db.selectFrom('askTurns').select('person').where('ask', '=', ask).executeTakeFirstOrThrow())
  const helper = by(nameOf.get(turn.person) ?? '')
  await helper.post(`/asks/${ask}/acceptance`, { at: 'other', day: dayIn(3), time: '14:30' })
  const { id } = await house.read((db) => db.selectFrom('meetings').select('id').where('ask', '=', ask).executeTakeFirstOrThrow())
  await helper.type(`/meetings/${id}/place`, { place: canaries.of('a place of a meeting by an ask') }, `/meetings/${id}`)
}
