import type { TestHouse } from '#testing/house'
import type { Given, Kind } from './matrix.testing.ts'

/** What a form sends, nothing wrong with it but who sends it. */
export type Fields = Record<string, string | File | readonly string[]>

/** A room's part of the matrix: who may ask for what, the objects that its paths name, and its forms. */
export type RoomMatrix = {
  /** By method and path; see `matrix.answers.ts` for the rows. */
  answers: Readonly<Record<string, readonly (Kind | 'anyone')[]>>
  /** Objects of our organisation, by the names that they have in paths. */
  given: (house: TestHouse, given: Pick<Given, 'ids' | 'people'>) => Promise<Readonly<Record<string, string>>>
  /** By path; `ids` are all objects given. */
  forms: (ids: Readonly<Record<string, string>>, kind: Kind, newId: () => string) => Readonly<Record<string, Fields>>
}
