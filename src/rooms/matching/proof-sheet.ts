import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv } from '#ground/sheet-write'
import type { Price } from '#pairing/certificate'
import { findRound, provedOf } from './round-reads.ts'

const headers = ['side', 'code', 'part', 'places', 'price']
const standingHeaders = ['stood with', 'comes first', 'counts more']

/**
 * The prices that prove a round's best whole, as `docs/matching.md` says how to check them: a line a person, by code. Where standing
 * counts, also with whom each mentee stood, and how many points more that pair counts for.
 */
export async function proofCsv(db: Db, { params }: Asked): Promise<FileOut> {
  const round = found(await findRound(db, params.round ?? ''))
  const { mentees, mentors, bonus = 0 } = found((await provedOf(db, round.id)) ?? undefined)
  const stood = ({ stood: mentor, isFirst }: Price) => {
    if (bonus === 0) return []
    const counts = mentor !== undefined || isFirst ? String(bonus) : ''
    return [mentor ?? '', isFirst ? 'yes' : '', counts]
  }
  const line = (side: string) => (one: Price) => [
    ...[side, one.code, one.isShort ? 'short' : 'spare', String(one.places), String(one.price)],
    ...stood(one),
  ]
  const rows = [...mentees.map(line('mentee')), ...mentors.map(line('mentor'))]
  return {
    name: `round-${round.nth}-proof.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: writeCsv(bonus === 0 ? headers : [...headers, ...standingHeaders], rows),
  }
}
