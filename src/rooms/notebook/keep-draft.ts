import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { type DraftPlace, limits } from './note.ts'
import { countDrafts } from './reads.ts'
import { ownStanding } from './reword-note.ts'
import { sealDraft } from './sealing.ts'
import { goingOn } from './together.ts'
import { deleteDraft, replaceDraft } from './writes.ts'

export type KeepDraft = DraftPlace & { partnership: string; text: string | null; version?: number }

/** Keeps what somebody has typed so far, for them alone, in place of what they kept there before; nothing typed drops it. */
export async function keepDraft(tx: Tx, { partnership, text, version, ...place }: KeepDraft): Promise<{ partnership: string }> {
  const { me } = await goingOn(tx, partnership)
  await deleteDraft(tx, me, place)
  if (text === null) return { partnership }
  if ((await countDrafts(tx, me)) >= limits.draftsMax) refuse('notebook.draftsFull', { max: limits.draftsMax })
  const sealed = await sealDraft(tx, place, me, { text, version: version === undefined ? null : String(version) })
  await replaceDraft(tx, { ...place, person: me, partnership, sealed })
  return { partnership }
}

/** The same for another text of one's own note, with the version that it was typed against. */
export async function keepChange(tx: Tx, change: { note: string; text: string | null; version: number }): Promise<{ note: string }> {
  const { note, text, version } = change
  const { partnership } = await ownStanding(tx, note)
  await keepDraft(tx, { kind: 'change', item: note, partnership, text, version })
  return { note }
}
