import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { sealedAttribute } from './attribute-marks.ts'
import { toldOf } from './import.ts'
import { mustBe } from './may.ts'
import { isSpared, myAttributes, placeOf } from './people-reads.ts'
import type { Attribute } from './person.ts'
import { readBirthYear } from './read-parts.ts'
import { insertAttribute, takeBackAttribute } from './writes.ts'

export type TellAttributes = { person: string; told: Readonly<Partial<Record<Attribute, string | null>>> }

/**
 * Tells, changes and takes back; an empty field or "prefer not to say" takes back, and no sheet tells it again.
 * Only oneself may: nobody else reads these. Refuses `people.birthYear` when the year is none,
 * and `people.attributesOff` where a programme of theirs has such fields switched off.
 */
export async function tellAttributes(tx: Tx, { person, told }: TellAttributes): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  mustBe(tx, person)
  const before = await myAttributes(tx, person)
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
  const after: Partial<Record<Attribute, string>> = Object.fromEntries(toldOf(said))
  if (after.birthYear) after.birthYear = birthYearOf(after.birthYear, tx.now)

  const all = Object.keys(told) as Attribute[]
  for (const attribute of all) if (after[attribute] && (await isSpared(tx, person, attribute))) refuse('people.attributesOff')
  const changed = all.filter((attribute) => (before[attribute] ?? null) !== (after[attribute] ?? null))
  const keys = {
    sealing: await keysFor(tx, { kind: 'person', id: person }),
    marking: await keysFor(tx, { kind: 'attributes', id: organisation }),
  }
  for (const attribute of all) {
    const value = after[attribute]
    // Written even where a sheet said the same: from now on it is the person's own word, and no sheet changes it.
    if (value) await insertAttribute(tx, person, attribute, sealedAttribute(keys, { person, attribute, value }))
    else if (before[attribute]) await takeBackAttribute(tx, person, attribute)
  }
  if (changed.length > 0) await tx.note('attributes.told', person, { organisation })
}

function birthYearOf(text: string, now: Temporal.Instant): string {
  const read = readBirthYear(text, now.toZonedDateTimeISO('UTC').year)
  return read ? String(read.year) : refuse('people.birthYear')
}
