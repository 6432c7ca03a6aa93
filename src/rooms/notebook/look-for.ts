import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { sealDraft } from './sealing.ts'
import { replaceDraft } from './writes.ts'

/**
 * Takes the words that one of the two looks for. In an address they would stand in the history of a telephone that may be shared; and
 * where a page is the answer to a POST, browsers write what was sent into their session file (seen in Chromium's profile folder). So the
 * words are kept for a while like a draft, sealed for who asked, and the redirect leads to a page that carries none of them.
 */
export async function lookFor(tx: Tx, { partnership, q }: { partnership: string; q: string }): Promise<{ partnership: string }> {
  const me = found(tx.by)
  await ofTwo(tx, partnership)
  const place = { kind: 'search' as const, item: partnership }
  const sealed = await sealDraft(tx, place, me, { text: q, version: null })
  await replaceDraft(tx, { ...place, person: me, partnership, sealed })
  return { partnership }
}
