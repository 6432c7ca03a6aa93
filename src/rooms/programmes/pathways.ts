import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPathway } from './check-pathway.ts'
import { type Pathway, partnershipKinds } from './pathway.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'pathways')
const filesMax = 100

const placeOf = ({ kind }: Pathway) => partnershipKinds.indexOf(kind)

/**
 * Every pathway that ships, the most usual kind first: a new one is a new file in `pathways/`, and no code. One that cannot be read stops
 * the house, by name.
 */
export const pathways: readonly Pathway[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .slice(0, filesMax)
  .map((name) => {
    const read = readPathway(readFileSync(join(folder, name), 'utf8'))
    if ('pathway' in read) return read.pathway
    throw new Error(`pathways/${name}: ${read.slips.map(({ key, facts }) => `${key} ${JSON.stringify(facts)}`).join('; ')}`)
  })
  .toSorted((one, other) => placeOf(one) - placeOf(other))

export function pathwayOfKey(key: string): Pathway | undefined {
  return pathways.find((pathway) => pathway.key === key)
}

/** The pathway of a kind of programme; a kind that has none of its own goes as mentoring does. */
export function pathwayForTemplate(template: string): Pathway {
  const found = pathwayOfKey(template) ?? pathwayOfKey('mentoring')
  if (found === undefined) throw new Error('pathways/mentoring.json is missing')
  return found
}
