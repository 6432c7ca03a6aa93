import { dayOf, sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { type Level, levels } from './growth.ts'
import { apart } from './words-of.ts'

/** One person's levels over time, the earliest first. */
export type Line = readonly { at: Temporal.Instant; level: Level }[]

const width = 320
const height = 150
const edge = { start: 24, end: 10, top: 10, bottom: 26 } as const
const lettering = { size: 13, drop: 4, below: 8 } as const
const mark = 4.5

/** Where things stand on the drawing: `across` from where reading begins, `x` of an instant, `y` of a level. */
type Scale = {
  isRtl: boolean
  first: number
  last: number
  across: (from: number) => number
  x: (at: Temporal.Instant) => number
  y: (level: number) => number
}

type ChartProps = { say: Say; id: string; title: string; description: string; own: Line; partners: Line }

/**
 * Levels over time as steps: one's own as a whole line with rounds, the partner's dashed with squares. What it shows stands in the
 * table beneath it, too. Drawn left to right and mirrored by hand, since letters in a mirrored drawing would be mirrored with it.
 */
export function SkillChart({ say, id, title, description, own, partners }: ChartProps) {
  const scale = scaleOf(say, [...own, ...partners])
  const { x, y } = scale
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      direction="ltr"
      font-size={lettering.size}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <Grid say={say} scale={scale} />
      <path d={pathOf(partners, scale)} fill="none" stroke="var(--plum)" stroke-width="2.5" stroke-dasharray="5 4" />
      {partners.map(({ at, level }) => (
        <rect x={x(at) - mark} y={y(level) - mark} width={2 * mark} height={2 * mark} fill="var(--plum)" />
      ))}
      <path d={pathOf(own, scale)} fill="none" stroke="var(--lapis)" stroke-width="2.5" />
      {own.map(({ at, level }) => (
        <circle cx={x(at)} cy={y(level)} r={mark} fill="var(--lapis)" />
      ))}
    </svg>
  )
}

/** A line for each level, with its number, and the first and the last day. */
function Grid({ say, scale: { isRtl, first, last, across, y } }: { say: Say; scale: Scale }) {
  // Apart, since the drawing runs from left to right and a Dari day does not.
  const day = (ms: number) => apart(sayShortDay(say, dayOf(say, Temporal.Instant.fromEpochMilliseconds(ms))))
  const days =
    first === last
      ? [{ ms: first, at: edge.start, starts: true }]
      : [
          { ms: first, at: edge.start, starts: true },
          { ms: last, at: width - edge.end, starts: false },
        ]
  return (
    <>
      {levels.map((level) => (
        <>
          <line x1={across(edge.start)} x2={across(width - edge.end)} y1={y(level)} y2={y(level)} stroke="var(--line)" />
          <text x={across(edge.start / 2)} y={y(level) + lettering.drop} text-anchor="middle" fill="var(--soft)">
            {say.number(level)}
          </text>
        </>
      ))}
      {days.map(({ ms, at, starts }) => (
        <text x={across(at)} y={height - lettering.below} text-anchor={starts === isRtl ? 'end' : 'start'} fill="var(--soft)">
          {day(ms)}
        </text>
      ))}
    </>
  )
}

/** One moment alone stands in the middle. */
function scaleOf({ dir }: Say, all: Line): Scale {
  const times = all.map(({ at }) => at.epochMilliseconds)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const isRtl = dir === 'rtl'
  const [span, drop] = [width - edge.start - edge.end, (height - edge.top - edge.bottom) / (levels.length - 1)]
  const across = (from: number) => Number((isRtl ? width - from : from).toFixed(1))
  const share = (at: Temporal.Instant) => (first === last ? 1 / 2 : (at.epochMilliseconds - first) / (last - first))
  return {
    ...{ isRtl, first, last, across },
    x: (at) => across(edge.start + span * share(at)),
    y: (level) => Number((edge.top + (levels.length - level) * drop).toFixed(1)),
  }
}

/** A level holds until the next one is said. */
function pathOf(line: Line, { x, y }: Scale): string {
  return line.map(({ at, level }, nth) => (nth === 0 ? `M${x(at)} ${y(level)}` : `H${x(at)}V${y(level)}`)).join('')
}
