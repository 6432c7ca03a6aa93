import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustBe } from './may.ts'
import { placeOf, toldAttributes } from './people-reads.ts'
import type { Attribute } from './person.ts'
import { takeBackAttribute } from './writes.ts'

export type TakeBack = { person: string; attribute: Attribute }

/** Takes back one thing that was told, by oneself or by a sheet: row and marks are gone at once, and no sheet tells it again. */
export async function takeBack(tx: Tx, { person, attribute }: TakeBack): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  mustBe(tx, person)
  // Not opened: what does not open any more must be taken back all the same.
  if (!(await toldAttributes(tx, person)).some((one) => one.attribute === attribute)) return
  await takeBackAttribute(tx, person, attribute)
  await tx.note('attributes.told', person, { organisation })
}
