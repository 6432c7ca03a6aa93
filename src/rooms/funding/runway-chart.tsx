import type { Say } from '#ground/words'
import { sayHundredths } from './say-hours.ts'

/** Hours of one funder, in hundredths. `isFirst`: their money ends first. */
type Bar = { label: string; hundredths: bigint; isFirst: boolean }
type ChartProps = { say: Say; title: string; description: string; bars: readonly Bar[]; needed: bigint | null }

const width = 360
const edge = { side: 4, top: 20, bottom: 22 } as const
const row = { height: 44, label: 14, bar: 20, thick: 16 } as const
const lettering = 13
const labelCharsMax = 34
/** The paper around letters, so that they are read where a line crosses them. */
const halo = { stroke: 'var(--paper)', 'stroke-width': 5, 'paint-order': 'stroke' } as const

/**
 * How many hours each funder's money is worth, one bar to a funder; a dashed line where the first of them ends, and another at what the
 * present pace needs until the end. It stands in the table beneath, too. Drawn left to right and mirrored by hand, since letters in a
 * mirrored drawing would be mirrored with it.
 */
export function RunwayChart({ say, title, description, bars, needed }: ChartProps) {
  const isRtl = say.dir === 'rtl'
  const height = edge.top + bars.length * row.height + edge.bottom
  const most = [...bars.map(({ hundredths }) => hundredths), needed ?? 0n, 1n].reduce((a, b) => (b > a ? b : a))
  const span = width - 2 * edge.side
  // A drawing needs no more than a tenth of its unit: here alone a float is near enough.
  const long = (hundredths: bigint) => Number((hundredths * BigInt(span * 10)) / most) / 10
  const across = (from: number) => Number((isRtl ? width - edge.side - from : edge.side + from).toFixed(1))
  const topOf = (at: number) => edge.top + at * row.height
  const first = bars.find(({ isFirst }) => isFirst)?.hundredths ?? 0n
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-labelledby="runway-t runway-d"
      direction="ltr"
      font-size={lettering}
    >
      <title id="runway-t">{title}</title>
      <desc id="runway-d">{description}</desc>
      {bars.map(({ hundredths, isFirst }, at) => {
        const size = long(hundredths)
        return (
          <rect
            x={isRtl ? across(size) : across(0)}
            y={topOf(at) + row.bar}
            width={size}
            height={row.thick}
            rx="3"
            fill={isFirst ? 'var(--saffron)' : 'var(--lapis)'}
          />
        )
      })}
      <Mark x={across(long(first))} height={height} colour="var(--ink)" text="" isRtl={isRtl} />
      {needed === null ? null : (
        <Mark
          x={across(long(needed))}
          height={height}
          colour="var(--plum)"
          text={`\u2068${say('page.runway.needed', { hours: sayHundredths(say, needed) })}\u2069`}
          isRtl={isRtl}
        />
      )}
      {bars.map(({ label, hundredths }, at) => (
        <text x={across(0)} y={topOf(at) + row.label} text-anchor={isRtl ? 'end' : 'start'} fill="var(--ink)" {...halo}>
          {`\u2068${shortened(label)}\u2069 · ${sayHundredths(say, hundredths)}`}
        </text>
      ))}
    </svg>
  )
}

type MarkProps = { x: number; height: number; colour: string; text: string; isRtl: boolean }

/** A dashed line from top to bottom; its words stand beneath, on the side where there is room. */
function Mark({ x, height, colour, text, isRtl }: MarkProps) {
  const isFar = isRtl ? x < width / 2 : x > width / 2
  return (
    <>
      <line x1={x} x2={x} y1={edge.top - 8} y2={height - edge.bottom + 4} stroke={colour} stroke-width="2" stroke-dasharray="5 4" />
      {text === '' ? null : (
        <text x={x} y={height - 5} text-anchor={isFar === isRtl ? 'start' : 'end'} fill="var(--plum)">
          {text}
        </text>
      )}
    </>
  )
}

function shortened(label: string): string {
  const letters = [...label]
  return letters.length > labelCharsMax ? `${letters.slice(0, labelCharsMax - 1).join('')}…` : label
}
