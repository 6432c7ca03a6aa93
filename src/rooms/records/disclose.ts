import type { Severity } from '#concerns/concern'
import { keyOf } from '#concerns/disclosable'
import { discloseItems } from '#concerns/disclose-items'
import { findDisclosure } from '#concerns/disclosure-reads'
import { raiseConcern } from '#concerns/raise-concern'
import { officersOf } from '#concerns/reads'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { disclosablesOf } from './disclose-sources.ts'

export type Disclose = {
  id: string
  partnership: string
  /** Keys of what was ticked, in any order. */
  items: readonly string[]
  /** One that they raised before by name; null for a new one. */
  concern: string | null
  words: string | null
  /** Of a new one: how urgent, whom of the officers it is about, and the secret that opens it. */
  severity: Severity | null
  asides: readonly string[]
  reference: string
  organisation: string | null
  network: string
}

/**
 * One of a pair, ended or not, shows the safeguarding officers chosen things, and nothing else, in a concern of theirs. Refuses
 * `records.itemGone` where something ticked is not there any more; `records.partnerIsOfficer` where the partner may read the earlier one.
 */
export async function disclose(tx: Tx, shown: Disclose): Promise<{ concern: string }> {
  const two = await ofTwo(tx, shown.partnership)
  const before = await findDisclosure(tx, shown.id)
  if (before) return { concern: before.concern }
  const { id, partnership, concern, words } = shown
  const items = await chosenFrom(tx, two, shown.items)
  if (concern !== null) {
    await mustNotBeRead(tx, two, shown.organisation)
    await discloseItems(tx, { id, concern, partnership, items, words })
    return { concern }
  }
  const { severity, asides, reference, organisation, network } = shown
  const told = { id, reference, organisation, what: words ?? '', severity: severity ?? 'concern', partnership, asides, network }
  await raiseConcern(tx, { ...told, about: null, reach: null, anonymous: false })
  await discloseItems(tx, { id, concern: id, partnership, items, words: null })
  return { concern: id }
}

async function chosenFrom(tx: Tx, two: OfTwo, keys: readonly string[]) {
  const all = await disclosablesOf(tx, two, keys)
  const items = all.filter((one) => keys.includes(keyOf(one)))
  if (items.length < new Set(keys).size) refuse('records.itemGone')
  return items
}

/** A concern that the partner reads as an officer would close before their eyes, and tell them; a new one is never theirs to read. */
async function mustNotBeRead(tx: Tx, { partner }: OfTwo, organisation: string | null): Promise<void> {
  const officers = organisation === null ? [] : await officersOf(tx, organisation)
  if (officers.some(({ person }) => person === partner.id)) refuse('records.partnerIsOfficer')
}
