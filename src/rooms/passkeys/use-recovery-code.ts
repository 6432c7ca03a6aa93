import type { Tx } from '#ground/db'
import { mustBe } from '#people/may'
import { type Proven, proveSession } from '#people/prove-session'
import { limits } from './passkey.ts'
import { sheetOf, triesLately, unusedCode } from './reads.ts'
import { codeHashOf, tidyCode } from './recovery-code.ts'
import { insertCodeUse, insertTry, lockWaysIn } from './writes.ts'

export type UseRecoveryCode = { code: string; person: string; session: string }

export type CodeUsed = { kind: 'proven'; session: Proven } | { kind: 'wrong' } | { kind: 'closed' }

/** Confirms a session with a recovery code instead of a passkey; each once. Wrong ones are tries: after some, no code is looked at. */
export async function useRecoveryCode(tx: Tx, { code, person, session }: UseRecoveryCode): Promise<CodeUsed> {
  mustBe(tx, person)
  await lockWaysIn(tx, person)
  if ((await triesLately(tx, session)) >= limits.codeTriesMax) return { kind: 'closed' }
  const sheet = await sheetOf(tx, person)
  const nth = sheet && (await unusedCode(tx, sheet.id, codeHashOf(sheet.id, tidyCode(code))))
  if (sheet === undefined || nth === undefined) {
    await insertTry(tx, session)
    return { kind: 'wrong' }
  }
  await insertCodeUse(tx, sheet.id, nth)
  await tx.note('recovery-code.used', sheet.id, { organisation: tx.scope.home }, { left: sheet.left - 1 })
  return { kind: 'proven', session: await proveSession(tx, { session, by: 'recovery-code' }) }
}
