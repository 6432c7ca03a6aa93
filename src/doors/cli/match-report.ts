import type { Say } from '#ground/words'
import { sayDear, sayEmpty, sayHelp, sayRecruit, sayWhy } from '#matching/sentence'
import type { Suggestions } from '#matching/suggest'
import type { BigSuggestions } from '#matching/suggest-big'
import { type Figures, methods } from '#pairing/compare'
import type { MatchOptions } from './match-options.ts'

/** What is told besides the suggestions: people's names by id, how many pairs of an earlier round could stand, and how many do. */
export type Told = { nameOf(id: string): string; stood: number; kept: number }

const frontierLinesMax = 6

/** What a round came to, for a terminal. */
export function reportOf(found: Suggestions, options: MatchOptions, told: Told, say: Say): string {
  return [
    ...resultLines(found, options, told, say),
    ...comparedLines(found, options, say),
    ...frontierLines(found, say),
    ...unmatchedLines(found, told, say),
    ...recruitingLines(found, told, say),
  ].join('\n')
}

function resultLines(
  { summary, pairs, empty }: Suggestions,
  { out, keep }: MatchOptions,
  { nameOf, stood, kept }: Told,
  say: Say,
): string[] {
  const number = (count: number) => say.number(count)
  const some = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? '' : 's'}`
  const { mentees, mentors, places, eligible, matched, total, worst } = summary
  const least = pairs.find(({ score }) => score === worst)
  return [
    `${some(mentees, 'mentee')}, ${some(mentors, 'mentor')} with ${some(places, 'place')}, ${some(eligible, 'pair')} that no rule forbids.`,
    `Matched: ${number(matched)} of ${number(mentees)}.`,
    `Total: ${number(total)} points.`,
    ...(least ? [`Worst pair: ${number(least.score)} of 1,000, ${nameOf(least.mentor)} with ${nameOf(least.mentee)}.`] : []),
    ...(keep === undefined ? [] : [`Kept: ${number(kept)} of ${some(stood, 'pair')} that stood.`]),
    `Written: ${out}`,
    ...(empty === null ? [] : [sayEmpty(say, empty)]),
  ]
}

/** What a crowd of tens of thousands came to: the result, and that it is proved. */
export function bigReportOf(found: BigSuggestions, { out }: MatchOptions, nameOf: Told['nameOf'], say: Say): string {
  const { summary, pairs, competing, competed } = found
  const { mentees, mentors, places, matched, total, worst } = summary
  const number = (count: number) => say.number(count)
  const least = pairs.find(({ score }) => score === worst)
  const left = mentees - matched
  return [
    `${number(mentees)} mentees, ${number(mentors)} mentors with ${number(places)} places.`,
    `Matched: ${number(matched)} of ${number(mentees)}.`,
    `Total: ${number(total)} points.`,
    ...(least ? [`Worst pair: ${number(least.score)} of 1,000, ${nameOf(least.mentor)} with ${nameOf(least.mentee)}.`] : []),
    'Proved over every pair that may meet, listed or not: none is worth more than its two prices.',
    `Written: ${out}`,
    ...(left === 0 ? [] : [`Without a mentor: ${number(left)}. ${number(competing)} mentees compete for ${number(competed)} places.`]),
  ].join('\n')
}

const wayNames = { best: 'best whole', stable: 'stable whole' } as const

/** Both ways side by side; the one that was written is marked. */
function comparedLines({ compared, empty }: Suggestions, { choice }: MatchOptions, say: Say): string[] {
  if (empty !== null) return []
  const worst = ({ floor }: Figures) => (floor === null ? '–' : say.number(floor))
  const rows = methods.map((method) => {
    const figures = compared[method]
    const cells = [figures.matched, worst(figures), figures.total, figures.blocking]
    const mark = method === choice.method ? ' (written)' : ''
    return [`${wayNames[method]}${mark}`, ...cells.map((cell) => (typeof cell === 'number' ? say.number(cell) : cell))]
  })
  return ['', ...columns([['Two ways to choose', 'matched', 'worst pair', 'total', 'pairs who would rather swap'], ...rows])]
}

/** Rows as lines, each column as wide as its widest cell: the first set to the left, the figures to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0))
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(width(at)) : cell.padStart(width(at)))).join('   '))
}

/** How many can be matched at each floor; of floors where as many can be, the highest. */
function frontierLines({ frontier, summary }: Suggestions, say: Say): string[] {
  const steps = frontier.filter(({ matched }, at) => matched > 0 && matched !== frontier[at + 1]?.matched)
  if (steps.length === 0) return []
  const every = Math.ceil(steps.length / frontierLinesMax)
  const few = steps.filter((_, at) => at % every === 0)
  const line = (floor: number, matched: number) =>
    `  ${say.number(floor).padStart(5)} points or more: ${say.number(matched)} of ${say.number(summary.mentees)}`
  return ['', 'How many can be matched with a worst pair of', ...few.map(({ floor, matched }) => line(floor, matched))]
}

function unmatchedLines({ unmatched }: Suggestions, { nameOf }: Told, say: Say): string[] {
  if (unmatched.length === 0) return []
  return [
    '',
    `Without a mentor: ${say.number(unmatched.length)}.`,
    ...unmatched.map(({ mentee, why, help }) => `  ${nameOf(mentee)}: ${sayWhy(say, why)}${help === null ? '' : ` ${sayHelp(say, help)}`}`),
  ]
}

/** One more place is worth points of what the best whole counts: scores, or their evened worth. */
function recruitingLines({ recruiting, dearest }: Suggestions, { nameOf }: Told, say: Say): string[] {
  const lines = [
    ...recruiting.map((recruit) => `  ${sayRecruit(say, recruit)}`),
    ...dearest.map((dear) => `  ${sayDear(say, dear, nameOf(dear.mentor))}`),
  ]
  return lines.length === 0 ? [] : ['', 'What would help:', ...lines]
}
