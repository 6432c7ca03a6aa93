import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { limits } from './session.ts'
import { linksAskedLately } from './sign-in-reads.ts'
import { insertLink, lockAsking } from './sign-in-writes.ts'

/** `address` is folded. `browser` and `network` are who asks, as the door tells them apart. */
export type AskLink = { address: string; browser: string; network: string; next: string | null }

/**
 * Asks for a link by letter. Nothing here looks whether anybody has the address: a known and an unknown one run the same statements,
 * answer the same and take the same time. The worker, which heeds the news, finds out whom to write to.
 * Refuses `people.linksAddress` and `people.linksNetwork` beyond so many an hour.
 */
export async function askSignInLink(tx: Tx, asked: AskLink): Promise<{ link: string }> {
  await lockAsking(tx, asked.address, asked.network)
  const lately = await linksAskedLately(tx, asked.address, asked.network)
  if (lately.address >= limits.linksAnHourAnAddressMax) refuse('people.linksAddress')
  if (lately.network >= limits.linksAnHourANetworkMax) refuse('people.linksNetwork')

  const link = await insertLink(tx, asked)
  await tx.note('sign-in.asked', link, {})
  return { link }
}
