import type { Disclosable } from '#concerns/disclosable'
import type { Db } from '#ground/db'
import { looksAtMe } from '#ground/looks'
import { ofTwo } from '#partnerships/of-two'
import { findPartnership } from '#partnerships/reads'
import { myAttributes } from '#people/people-reads'
import { disclosablesOf } from './disclose-sources.ts'
import { held } from './held.ts'
import { type Dated, type HeldRow, heldRows, myDeeds, myLetters, myPairs } from './reads.ts'

export const looksShownMax = 200

type Text = Pick<Disclosable, 'kind' | 'text'> & { writtenBy: 'me' | 'partner' | null; at: string }
export type MyData = {
  format: 'lampline-my-data/1'
  madeAt: string
  person: string
  told: Readonly<Record<string, string>>
  rows: Readonly<Record<string, readonly HeldRow[]>>
  texts: readonly { partnership: string; texts: readonly Text[] }[]
  looks: readonly { page: string; by: string; at: string; everybody: boolean }[]
  letters: readonly { kind: string; at: string }[]
  deeds: readonly { kind: string; at: string }[]
}

/** Everything that the house holds of the asker and that they may read, texts opened; asked by themselves. */
export async function myDataOf(db: Db): Promise<MyData> {
  const person = db.scope.person ?? ''
  const rows: Record<string, readonly HeldRow[]> = {}
  for (const table of Object.keys(held)) rows[table] = await heldRows(db, table)
  const looks = await looksAtMe(db, looksShownMax)
  return {
    format: 'lampline-my-data/1',
    madeAt: String(db.now),
    person,
    told: await myAttributes(db, person),
    rows,
    texts: await textsOf(db, person),
    looks: looks.map((look) => ({ page: look.page, by: look.by, at: String(look.at), everybody: look.person === null })),
    letters: (await myLetters(db)).map(dated),
    deeds: (await myDeeds(db)).map(dated),
  }
}

const dated = ({ kind, at }: Dated) => ({ kind, at: String(at) })

async function textsOf(db: Db, person: string): Promise<MyData['texts']> {
  const all: MyData['texts'][number][] = []
  for (const partnership of await myPairs(db)) {
    if (!(await findPartnership(db, partnership))?.isAgreed) continue
    const texts = (await disclosablesOf(db, await ofTwo(db, partnership), [])).map(({ kind, text, author, at }) => {
      const writtenBy = author === null ? null : author === person ? ('me' as const) : ('partner' as const)
      return { kind, text, writtenBy, at: String(at) }
    })
    all.push({ partnership, texts })
  }
  return all
}
