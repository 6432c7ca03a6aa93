import type { Db } from '#ground/db'
import type { Bank, Funder } from '#hours/bank'
import { fundersOf } from '#hours/reads'
import { moneyReversed, type Standing, standingOf } from '#hours/standing-reads'
import { type Moved, movedIn, type Promised, promisedIn } from './figures.ts'

/** One funder's money in a bank: what was said and signed, what came and went, and what it stands at. */
export type FunderMoney = {
  funder: Funder
  pledged: readonly Promised[]
  committed: readonly Promised[]
  received: bigint
  receipts: number
  returned: bigint
  inKind: bigint
  /** Given in kind, and not yet agreed to by a second person. */
  inKindWaiting: bigint
  /** Lent until its money comes, and not paid back yet. */
  bridged: bigint
  reserved: bigint
  spent: bigint
  available: bigint
}

/** The money of every funder of a bank, in their order. */
export async function moneyOf(db: Db, bank: Bank): Promise<FunderMoney[]> {
  const gone = await moneyReversed(db, bank.id)
  const [promised, moved] = [await promisedIn(db, bank.id, gone), await movedIn(db, bank.id, gone)]
  const standing = await standingOf(db, bank.id)
  return (await fundersOf(db, bank.id)).map((funder) => moneyOfOne(funder, promised, moved, standing))
}

function moneyOfOne(funder: Funder, promised: readonly Promised[], moved: readonly Moved[], standing: readonly Standing[]): FunderMoney {
  const theirs = promised.filter((row) => row.funder === funder.id)
  const came = moved.find((row) => row.funder === funder.id)
  const at = (kind: Standing['kind']) => standing.find((row) => row.funder === funder.id && row.kind === kind)?.balance ?? 0n
  return {
    funder,
    pledged: theirs.filter(({ kind }) => kind === 'pledged'),
    committed: theirs.filter(({ kind }) => kind === 'committed'),
    ...{ received: came?.received ?? 0n, receipts: came?.receipts ?? 0, returned: came?.returned ?? 0n },
    ...{ inKind: at('in-kind'), inKindWaiting: came?.waiting ?? 0n },
    bridged: -at('bridged'),
    ...{ reserved: at('reserved'), spent: at('spent'), available: at('cash') },
  }
}
