import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { changeProfile } from './change-profile.ts'
import { type Block, hoursBeside, weekOf } from './free-week.ts'
import type { Profile } from './person.ts'
import { profilesOf } from './profile-reads.ts'

export type EditProfile = {
  person: string
  changes: Partial<Profile>
  /** The boxes ticked, and whether hours that no box holds stay. */
  blocks: readonly Block[]
  keepBeside: boolean
}

/** A profile as a page sends it: the week as boxes, with the hours beside them as they were. */
export async function editProfile(tx: Tx, { person, changes, blocks, keepBeside }: EditProfile): Promise<void> {
  const { freeHours } = found((await profilesOf(tx, [person])).get(person))
  const beside = keepBeside ? hoursBeside(freeHours ?? []) : []
  await changeProfile(tx, { person, changes: { ...changes, freeHours: weekOf(blocks, beside) } })
}
