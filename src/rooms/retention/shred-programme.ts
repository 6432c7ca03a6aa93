import { destroyKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { found, refuse } from '#ground/refusal'
import { mustAdminister } from '#people/role-reads'
import { enrolmentsIn, findProgramme } from '#programmes/reads'
import { withdraw } from '#programmes/withdraw'
import { erasePerson } from './erase-person.ts'
import { keyOwnersIn, peopleOnlyIn, shreddingOf } from './reads.ts'
import { insertShredding } from './writes.ts'

/** `name`: the programme's own name, typed. `erasesPeople`: also those whom the house knows from this programme alone. */
export type ShredProgramme = { programme: string; name: string; erasesPeople: boolean }

/** An administrator has everything destroyed that was written in a programme, at once and for good. Twice is once. */
export async function shredProgramme(tx: Tx, { programme: id, name, erasesPeople }: ShredProgramme): Promise<void> {
  const { organisation, name: real } = found(await findProgramme(tx, id))
  await mustAdminister(tx, organisation)
  if (real.trim().toLowerCase() !== name.trim().toLowerCase()) refuse('retention.otherName')

  const isNew = await insertShredding(tx, { programme: id, organisation, erasesPeople, by: found(tx.by) })
  if (isNew) await tx.note('programme.shredded', id, { organisation, programme: id })
}

/** What a shredding brings about, as soon as it is kept: keys destroyed first, since they are what matters in a bad hour. */
export async function shredTexts(tx: Tx, { subject: programme }: Pick<News, 'subject'>): Promise<void> {
  const shredding = await shreddingOf(tx, programme)
  if (!shredding) return
  for (const owner of await keyOwnersIn(tx, programme)) await destroyKeys(tx, owner, 'shredded')
  const people = shredding.erasesPeople ? await peopleOnlyIn(tx, programme) : []
  for (const { id } of await enrolmentsIn(tx, programme)) await withdraw(tx, { enrolment: id })
  for (const person of people) await erasePerson(tx, person)
}
