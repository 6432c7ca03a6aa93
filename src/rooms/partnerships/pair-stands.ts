import type { Criterion, Milestone, Pathway, Stage } from '#programmes/pathway'
import { stageOfKey } from '#programmes/pathway'
import { isMet } from '#programmes/pathway-moves'
import type { Standing } from './advance.ts'
import { otherSide, type Side } from './partnership.ts'

/** How a criterion stands for one of the two. What the other has not done is said of nobody: it waits. */
export type Stand = 'met' | 'mine' | 'both' | 'waits'

/** A side's own part in what is to be confirmed: whether it is theirs to say, and whether they have said it. */
export function ownPart(criterion: Criterion, { facts }: Pick<Standing, 'facts'>, side: Side): 'done' | 'open' | 'none' {
  if (criterion.what !== 'confirmed' || criterion.by === 'coordinator') return 'none'
  if (criterion.by === otherSide(side)) return 'none'
  return facts.confirmed.get(criterion.key)?.has(side) ? 'done' : 'open'
}

export function standOf(criterion: Criterion, standing: Pick<Standing, 'facts'>, side: Side): Stand {
  if (isMet(criterion, standing.facts)) return 'met'
  const own = ownPart(criterion, standing, side)
  if (own === 'open') return 'mine'
  if (own === 'done' || criterion.what === 'confirmed') return 'waits'
  return 'both'
}

/** Where what is waited for is done, below the pair's page; null where it comes by itself or elsewhere. */
export const placeOf: Readonly<Partial<Record<Milestone, string>>> = {
  'agreement-signed': 'agreement',
  'first-meeting-planned': 'meetings',
  'meeting-held': 'meetings',
  'review-answered': 'reviews',
  'closing-answered': 'closing',
}

/** The one next thing for a side: a criterion that is theirs or both's, else the next meeting; nothing at the end of the road. */
export type Next = { does: 'confirm'; criterion: Extract<Criterion, { what: 'confirmed' }> } | { does: 'open'; place: string } | null

export function nextFor(standing: Standing, side: Side): Next {
  const { stage } = standing
  if (stage.endsAs) return null
  const open = stage.leaveWhen === 'any' ? [] : stage.leave.filter((one) => one.level === 'must')
  for (const criterion of open) {
    const stand = standOf(criterion, standing, side)
    if (stand === 'mine' && criterion.what === 'confirmed') return { does: 'confirm', criterion }
    const place = stand === 'both' && criterion.what === 'reached' ? placeOf[criterion.milestone] : undefined
    if (place !== undefined) return { does: 'open', place }
  }
  return { does: 'open', place: 'meetings' }
}

/** The stages of a pair from the second yes on, the usual way, with the interlude it may be in; each once. */
export function roadFrom(pathway: Pathway, now: string): Stage[] {
  const road: Stage[] = []
  for (let key: string | undefined = pathway.begins; key !== undefined; ) {
    const stage = stageOfKey(pathway, key)
    if (stage === undefined || road.includes(stage)) break
    road.push(stage)
    const interlude = stageOfKey(pathway, now)
    if (interlude?.returnsTo === key) road.push(interlude)
    key = stage.next[0]
  }
  return road
}
