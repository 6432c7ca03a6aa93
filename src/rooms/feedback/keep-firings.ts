import type { Tx } from '#ground/db'
import { pairsUnderWay } from '#partnerships/stage-reads'
import { healthOf } from './health-reads.ts'
import { insertFirings } from './review-writes.ts'

/** Remembers which rules fired for which pair, the first time each: by these the rules are judged once the outcomes are known. */
export async function keepFirings(tx: Tx): Promise<void> {
  const programmes = new Set((await pairsUnderWay(tx, null)).map(({ programme }) => programme))
  for (const programme of programmes) {
    const firings = (await healthOf(tx, programme)).flatMap(({ pair, findings }) =>
      findings.map(({ rule }) => ({ partnership: pair.id, rule })),
    )
    await insertFirings(tx, firings)
  }
}
