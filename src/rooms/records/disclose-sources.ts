import { versionsOf } from '#agreements/agreement-reads'
import { type Disclosable, type DisclosableKind, keyOf } from '#concerns/disclosable'
import { giftsOf } from '#feedback/gift-reads'
import { answersOf, repliesOf, reviewsOf } from '#feedback/review-reads'
import { gone } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { opportunitiesOf } from '#growth/opportunity-reads'
import { closedNextSteps, goalsOf, openNextSteps } from '#growth/reads'
import { skillsOf } from '#growth/skill-reads'
import { placesOfPair } from '#meetings/place-reads'
import { newestMessages } from '#notebook/message-reads'
import type { Note } from '#notebook/note'
import { findNote, findVersion, newestNotes } from '#notebook/reads'
import { thanksOf } from '#partnerships/leaving-reads'
import type { OfTwo } from '#partnerships/of-two'

type Said = { item: string; author: string | null; at: Temporal.Instant }
type Source = (db: Db, two: OfTwo) => Promise<Disclosable[]>

/** One thing, or nothing where its text is not there: never written, taken back, or destroyed. */
const said = (kind: DisclosableKind, { item, author, at }: Said, text: string | null): Disclosable[] =>
  text === null || text === '' || text === gone ? [] : [{ kind, item, author, at, text }]

const noteKind = ({ kind }: Note) => `${kind}-note` as const

const notes: Source = async (db, { pair }) =>
  (await newestNotes(db, pair.id)).flatMap((note) =>
    said(noteKind(note), { item: note.id, author: note.author, at: note.wordedAt }, note.text),
  )

const messages: Source = async (db, { pair }) =>
  (await newestMessages(db, pair.id)).flatMap(({ id: item, author, at, text }) => said('message', { item, author, at }, text))

const agreement: Source = async (db, { pair }) => {
  const [newest] = await versionsOf(db, pair.id)
  if (!newest) return []
  const part = (key: string) => ({ item: `${newest.id}-${key}`, author: newest.by, at: newest.at })
  const clauses = Object.entries(newest.clauses).flatMap(([key, text]) => said('agreement', part(key), text))
  return [...clauses, ...newest.goals.flatMap((text, nth) => said('agreement', part(`goal-${nth}`), text))]
}

const goals: Source = async (db, { pair }) =>
  (await goalsOf(db, pair.id)).flatMap(({ id: item, wordedBy: author, wordedAt: at, text, shownBy }) =>
    said('goal', { item, author, at }, [text, shownBy].filter(Boolean).join('\n')),
  )

const nextSteps: Source = async (db, { pair }) =>
  [...(await openNextSteps(db, pair.id)), ...(await closedNextSteps(db, pair.id))].flatMap(
    ({ id: item, madeBy: author, since: at, text }) => said('next-step', { item, author, at }, text),
  )

const skills: Source = async (db, { pair }) =>
  (await skillsOf(db, pair.id)).flatMap(({ id, assessments }) =>
    assessments.flatMap(({ by: author, at, note }) => said('skill', { item: `${id}-${at.epochMilliseconds}`, author, at }, note)),
  )

const opportunities: Source = async (db, { pair }) =>
  (await opportunitiesOf(db, pair.id)).flatMap(({ id: item, madeAt: at, text, outcomes }) => [
    ...said('opportunity', { item, author: null, at }, text),
    ...outcomes.flatMap((outcome) =>
      said('opportunity', { item: `${item}-${outcome.at.epochMilliseconds}`, author: outcome.by, at: outcome.at }, outcome.text),
    ),
  ])

const places: Source = async (db, { pair }) =>
  (await placesOfPair(db, pair.id)).flatMap(({ meeting, nth, by: author, at, place }) =>
    said('place', { item: `${meeting}-${nth}`, author, at }, place),
  )

/** Candid feedback, as far as it is open to who shows it, or their own. */
const feedback: Source = async (db, { pair }) =>
  (await giftsOf(db, pair.id)).flatMap(({ id, gifts }) =>
    gifts.flatMap((gift) => {
      const text = [gift.helped, gift.more, gift.different].filter(Boolean).join('\n')
      return said('feedback', { item: `${id}-${gift.side}`, author: pair[gift.side], at: gift.at }, text)
    }),
  )

const answers: Source = async (db, { pair }) => {
  const found: Disclosable[] = []
  for (const { id } of await reviewsOf(db, pair.id)) {
    const replies = await repliesOf(db, id)
    for (const { reply, question, words } of await answersOf(db, pair.id, replies)) {
      const by = replies.find((one) => one.id === reply)
      if (by) found.push(...said('answer', { item: `${reply}-${question}`, author: by.by, at: by.at }, words))
    }
  }
  return found
}

const thanks: Source = async (db, { pair }) =>
  (await thanksOf(db, pair.id)).flatMap(({ person, at, text }) => said('thanks', { item: person, author: person, at }, text))

/** Everything that the two write, by room; each hands over what the asker may read of it, and nothing else. */
const sources: readonly Source[] = [
  ...[notes, messages, agreement, goals, nextSteps],
  ...[skills, opportunities, places, feedback, answers, thanks],
]

const oldNote = /^(?:shared|private)-note:([0-9a-f-]{36}):(\d{1,4})$/

/** An earlier text of a note, where one was asked for: what was written stays to be shown after its author changed it. */
async function earlier(db: Db, { pair }: OfTwo, key: string): Promise<Disclosable[]> {
  const [, id = '', version = ''] = oldNote.exec(key) ?? []
  const note = await findNote(db, id)
  if (!note || note.partnership !== pair.id) return []
  const text = await findVersion(db, note, Number(version))
  return text ? said(noteKind(note), { item: `${id}:${version}`, author: note.author, at: text.at }, text.text) : []
}

/** What one of the two may show, the newest first; `asked`: keys, of which earlier texts of notes are looked up. */
export async function disclosablesOf(db: Db, two: OfTwo, asked: readonly string[]): Promise<Disclosable[]> {
  const all: Disclosable[] = []
  for (const source of sources) all.push(...(await source(db, two)))
  for (const key of asked.slice(0, earlierMax)) all.push(...(await earlier(db, two, key)))
  return all.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at) || (keyOf(one) < keyOf(other) ? -1 : 1))
}

const earlierMax = 40
