import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { answersTo } from './meeting-reads.ts'
import { insertAnswer } from './meeting-writes.ts'
import { ownComing } from './own-meeting.ts'

export type AnswerMeeting = { id: string; meeting: string; answer: 'accepted' | 'declined' }

/** One of the two says that they come, or cannot: the meeting then asks to be moved, and the other is told so. */
export async function answerMeeting(tx: Tx, { id, meeting: of, answer }: AnswerMeeting): Promise<{ meeting: string }> {
  const meeting = await ownComing(tx, of)
  assert(tx.by, 'somebody answers')
  if ((await answersTo(tx, meeting)).get(tx.by) === answer) return { meeting: of }

  await insertAnswer(tx, { id, meeting: of, nth: meeting.nth, person: tx.by, answer })
  await tx.note('meeting.answered', of, { organisation: meeting.organisation, programme: meeting.programme }, { answer, id })
  return { meeting: of }
}
