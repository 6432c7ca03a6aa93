import type { Tx } from '#ground/db'
import { missing } from '#ground/refusal'
import { portfolioOf, sorts } from './portfolio.ts'
import { leftOut } from './portfolio-reads.ts'
import { insertChoices } from './writes.ts'

/** `shown`: the items that the person had before them; of these, those in `kept` are in and the others out. */
export type ChooseItems = { shown: readonly string[]; kept: readonly string[] }

/** Somebody chooses what is in their portfolio. It is theirs alone, so the diary says nothing of it. */
export async function chooseItems(tx: Tx, { shown, kept }: ChooseItems): Promise<void> {
  const person = tx.by ?? missing()
  const portfolio = await portfolioOf(tx, person)
  const mine = new Set(sorts.flatMap((sort) => portfolio[sort].flatMap(({ ids }) => ids)))
  const out = await leftOut(tx, person)
  const stays = new Set(kept)

  const changed = [...new Set(shown)].filter((item) => mine.has(item) && out.has(item) === stays.has(item))
  await insertChoices(
    tx,
    person,
    changed.map((item) => ({ item, choice: stays.has(item) ? ('in' as const) : ('out' as const) })),
  )
}
