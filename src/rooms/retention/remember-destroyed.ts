import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'

/** Writes outside the database whose key was destroyed, once that is certain; a backup from before does not know it. */
export async function rememberDestroyed(tx: Tx, { subject, facts }: Pick<News, 'subject' | 'facts'>): Promise<void> {
  tx.sealer.remember({ owner: subject, kind: String(facts.kind) })
}
