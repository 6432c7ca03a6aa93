import type { Say } from '#ground/words'

const pages = [
  [/^\/people\/:person\/profile/, 'edit'],
  [/^\/people\//, 'person'],
  [/^\/enrolments\//, 'enrolment'],
  [/^\/partnerships\//, 'pair'],
  [/\.(csv|xlsx)$/, 'export'],
  [/^\/rounds\//, 'round'],
  [/^\/imports\//, 'import'],
  [/^\/today\//, 'today'],
  [/^\/programmes\//, 'programme'],
] as const

/** Which kind of page somebody looked at, in words. */
export function sayPage(say: Say, path: string): string {
  const kind = pages.find(([pattern]) => pattern.test(path))?.[1] ?? 'list'
  return say(`look.${kind}`)
}
