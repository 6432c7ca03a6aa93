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

type ChartProps = { say: Say; id: string; title: string; description: string; own: Line; partners: Line }

/**
 * Levels over time as steps: one's own as a whole line with rounds, the partner's dashed with squares. What it shows stands in the
 * table beneath it, too. Drawn left to right and mirrored by hand, since letters in a mirrored drawing would be mirrored with it.
 */
export function SkillChart({ say, id, title, description, own, partners }: ChartProps) {
  const times = [...own, ...partners].map(({ at }) => at.epochMilliseconds)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const isRtl = say.dir === 'rtl'
  const mirrored = (x: number) => Number((isRtl ? width - x : x).toFixed(1))
  const span = width - edge.start - edge.end
  const x = (at: Temporal.Instant) =>
    mirrored(edge.start + (last === first ? span / 2 : (span * (at.epochMilliseconds - first)) / (last - first)))
  const y = (level: number) => Number((edge.top + ((levels.length - level) * (height - edge.top - edge.bottom)) / 4).toFixed(1))
  // Apart, since the drawing runs from left to right and a Dari day does not.
  const day = (ms: number) => apart(sayShortDay(say, dayOf(say, Temporal.Instant.fromEpochMilliseconds(ms))))
  const side = (start: boolean) => (start === isRtl ? 'end' : 'start')
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
      {levels.map((level) => (
        <>
          <line x1={mirrored(edge.start)} x2={mirrored(width - edge.end)} y1={y(level)} y2={y(level)} stroke="var(--line)" />
          <text x={mirrored(edge.start / 2)} y={y(level) + lettering.drop} text-anchor="middle" fill="var(--soft)">
            {say.number(level)}
          </text>
        </>
      ))}
      <text x={mirrored(edge.start)} y={height - lettering.below} text-anchor={side(true)} fill="var(--soft)">
        {day(first)}
      </text>
      {last === first ? null : (
        <text x={mirrored(width - edge.end)} y={height - lettering.below} text-anchor={side(false)} fill="var(--soft)">
          {day(last)}
        </text>
      )}
      <path d={pathOf(partners, x, y)} fill="none" stroke="var(--plum)" stroke-width="2.5" stroke-dasharray="5 4" />
      {partners.map(({ at, level }) => (
        <rect x={x(at) - mark} y={y(level) - mark} width={2 * mark} height={2 * mark} fill="var(--plum)" />
      ))}
      <path d={pathOf(own, x, y)} fill="none" stroke="var(--lapis)" stroke-width="2.5" />
      {own.map(({ at, level }) => (
        <circle cx={x(at)} cy={y(level)} r={mark} fill="var(--lapis)" />
      ))}
    </svg>
  )
}

/** A level holds until the next one is said. */
function pathOf(line: Line, x: (at: Temporal.Instant) => number, y: (level: number) => number): string {
  return line.map(({ at, level }, nth) => (nth === 0 ? `M${x(at)} ${y(level)}` : `H${x(at)}V${y(level)}`)).join('')
}
