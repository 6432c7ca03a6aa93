import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { sayInstant } from '#ground/when'
import { sayTo } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { rolesIn } from '#people/role-reads'
import { concernLetter, type LetterKind } from './letters.ts'
import { type ClockRow, officersFor } from './reads.ts'

/** Whom a concern's letters go to: its officers; where there is none, the administrators, who learn only that one waits. */
export async function readersOf(tx: Tx, concern: ClockRow): Promise<{ people: string[]; areOfficers: boolean }> {
  const officers = await officersFor(tx, concern.id)
  if (officers.length > 0) return { people: officers, areOfficers: true }
  const roles = await rolesIn(tx, concern.organisation)
  const administrators = roles.filter(({ role }) => role === 'administrator').map(({ person }) => person)
  return { people: [...new Set(administrators)], areOfficers: false }
}

type LetterTo = { people: readonly string[]; kind: LetterKind; about: string; version?: number }

/** Writes in the name of no organisation, so that no outbox shows it to coordinators or administrators. */
export async function writeToReaders(tx: Tx, concern: ClockRow, { people, kind, about, version = 1 }: LetterTo): Promise<void> {
  for (const { id, email, reader } of (await correspondentsOf(tx, people)).values()) {
    if (email === null) continue
    const say = sayTo(reader)
    const words = concernLetter(say, kind, { concern: concern.id, due: sayInstant(say, concern.dueAt) })
    const place = { recipient: id, organisation: null, address: email, language: reader.language, version }
    await writeLetter(tx, { kind: `concern.${kind}`, about, ...place, ...words })
  }
}
