import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { keepDraft } from '#notebook/keep-draft'
import { writeMessage } from '#notebook/write-message'
import { ownMeeting } from './own-meeting.ts'

/** One of the two writes a few lines at a meeting of their pair: before it, after it, or of one that was cancelled. */
export async function writeAtMeeting(tx: Tx, message: { id: string; meeting: string; text: string }): Promise<{ meeting: string }> {
  const { id: meeting, partnership } = await ownMeeting(tx, message.meeting)
  await writeMessage(tx, { id: message.id, meeting, partnership: partnership ?? refuse('notebook.noPair'), text: message.text })
  return { meeting }
}

/** Keeps what is typed there as a draft; nothing typed drops it. */
export async function keepMessage(tx: Tx, draft: { meeting: string; text: string | null }): Promise<{ meeting: string }> {
  const { id: meeting, partnership } = await ownMeeting(tx, draft.meeting)
  await keepDraft(tx, { kind: 'message', item: meeting, partnership: partnership ?? refuse('notebook.noPair'), text: draft.text })
  return { meeting }
}
