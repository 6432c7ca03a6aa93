import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { sayTo, unknownReader } from '#ground/words'
import { stageOfKey } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { movesFrom } from '#programmes/pathway-moves'
import { pathwayOf } from '#programmes/pathway-reads'
import { endPartnership } from './end-partnership.ts'
import type { Partnership } from './reads.ts'
import { stageOf } from './stage-reads.ts'
import { insertStage, type Why } from './stage-writes.ts'

export type Entering = { to: string; why: Why }

/** A pair comes to a stage that its pathway lists after the one where it stands; anything else is refused with what is possible. */
export async function enterStage(tx: Tx, pair: Partnership, { to, why }: Entering): Promise<number> {
  const now = await stageOf(tx, pair.id)
  const pathway = await pathwayOf(tx, pair.programme)
  const possible = now === undefined ? [pathway.begins] : movesFrom(pathway, now.stage)
  const stage = stageOfKey(pathway, to)
  if (stage === undefined || !possible.includes(to)) {
    const say = sayTo({ ...unknownReader, language: 'en' })
    const names = possible.map((key) => sayTexts(say, stageOfKey(pathway, key)?.name ?? { en: key }))
    refuse('partnerships.noSuchMove', { count: names.length, possible: names.join(', ') })
  }

  const nth = (now?.nth ?? 0) + 1
  await insertStage(tx, { partnership: pair.id, nth, stage: to, why })
  await tx.note('stage.entered', pair.id, { organisation: pair.organisation, programme: pair.programme }, { stage: to, nth })
  if (stage.endsAs) await endPartnership(tx, { partnership: pair.id, reason: stage.endsAs })
  return nth
}
