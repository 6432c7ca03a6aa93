import { type Stage, type Suggestions, stages, suggest, type Wanted } from './suggest.ts'

export type RulesVersioned = { rulesVersion: number; wanted: Wanted }
export type Suggested = { rulesVersion: number; result: Suggestions }

/** `suggest` as a thread runs it: a crowd in, suggestions out, and how far it is. The rules' version goes through as it came. */
export function run({ rulesVersion, wanted }: RulesVersioned, progress: (share: number, stage: Stage) => void): Suggested {
  const result = suggest(wanted, (stage, share = 0) => progress((stages.indexOf(stage) + share) / stages.length, stage))
  return { rulesVersion, result }
}
