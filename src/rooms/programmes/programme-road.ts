import { type Criterion, type Pathway, type Stage, stageOfKey } from './pathway.ts'
import type { Doer, StageFacts } from './pathway-moves.ts'
import type { Side } from './programme.ts'

/** The stage in which a programme is opened; undefined where its pathway asks nothing of a programme. */
export const openingStage = ({ stages }: Pathway): Stage | undefined => stages.find(({ of }) => of === 'programme')

/** Where a programme may go from a stage: what follows it, past the stages of single persons; a stage of pairs is where they take over. */
export function programmeMoves(pathway: Pathway, stageKey: string): Stage[] {
  const stage = stageOfKey(pathway, stageKey)
  if (stage === undefined || stage.of === 'pair') return []
  const next = stage.next.flatMap((key) => stageOfKey(pathway, key) ?? [])
  return [...new Set(next.flatMap((one) => (one.of === 'person' ? programmeMoves(pathway, one.key) : [one])))]
}

export type Confirmation = Extract<Criterion, { what: 'confirmed' }>

/** What is confirmed of a person before they are paired, as it concerns their side. */
export function personSteps(pathway: Pathway, side: Side): { stage: Stage; criterion: Confirmation }[] {
  return pathway.stages
    .filter(({ of }) => of === 'person')
    .flatMap((stage) => stage.leave.flatMap((one) => (one.what === 'confirmed' && concerns(one, side) ? [{ stage, criterion: one }] : [])))
}

const concerns = ({ by }: Confirmation, side: Side) => (by !== 'mentor' && by !== 'mentee') || by === side

/** Whether the coordinator confirms it, or the person. */
export const isCoordinators = ({ by }: Confirmation) => by === 'coordinator'

const everybody: ReadonlySet<Doer> = new Set(['mentor', 'mentee', 'coordinator'])

/** What is known of a programme's stage: what its coordinator confirmed, and its places. */
export function programmeFacts(confirmed: readonly string[], people: { mentees: number; places: number }): StageFacts {
  return {
    confirmed: new Map(confirmed.map((key) => [key, everybody])),
    reached: () => 0,
    days: 0,
    placesPerHundred: people.mentees === 0 ? null : Math.floor((people.places * 100) / people.mentees),
  }
}
