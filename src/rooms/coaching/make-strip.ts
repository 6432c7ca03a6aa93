import { findBusiness } from '#businesses/reads'
import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { limits } from './coaching.ts'
import { standingTo } from './standing.ts'
import { drawCodes, wordOf } from './strip.ts'
import { findStrip, stripsOf, takenMarks } from './strip-reads.ts'
import { insertStrip, insertStripEnd } from './strip-writes.ts'

export type MakeStrip = { id: string; business: string }

/** A new strip of single-use codes for a business; it ends the one before, of which a part may be lost. Never by who coaches it. */
export async function makeStrip(tx: Tx, { id, business: which }: MakeStrip): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, which))
  const { keeps, coaches } = await standingTo(tx, which)
  if (!keeps || tx.by === null) missing()
  if (coaches) refuse('coaching.ownClient')
  if (await findStrip(tx, id)) return { business: which }

  const { organisation, programme } = business
  const keys = await keysFor(tx, { kind: 'organisation', id: organisation })
  const drawn = drawCodes(limits.codesAStrip * 2, tx.newSecret, () => false)
  const taken = await takenMarks(
    tx,
    organisation,
    drawn.map((code) => keys.mark(wordOf(code))),
  )
  const codes = drawn.filter((code) => !taken.has(keys.mark(wordOf(code)))).slice(0, limits.codesAStrip)
  if (codes.length < limits.codesAStrip) refuse('coaching.stripsFull')
  for (const before of await stripsOf(tx, which)) if (before.endedAt === null) await insertStripEnd(tx, before.id, tx.by)
  const sealed = keys.seal({ kind: 'code-strip', item: id, author: tx.by }, { codes })
  const marks = codes.map((code) => keys.mark(wordOf(code)))
  if (await insertStrip(tx, { id, organisation, programme, business: which, sealed, by: tx.by }, marks)) {
    await tx.note('coaching.strip-made', id, business)
  }
  return { business: which }
}

/** Ends a strip, and every code on it: it was lost, or somebody else may have seen it. */
export async function endStrip(tx: Tx, { strip: which }: { strip: string }): Promise<{ business: string }> {
  const strip = found(await findStrip(tx, which))
  const { keeps, coaches } = await standingTo(tx, strip.business)
  if (!keeps || coaches || tx.by === null) missing()
  if (await insertStripEnd(tx, which, tx.by)) await tx.note('coaching.strip-ended', which, strip)
  return { business: strip.business }
}
