import { ticks } from '#ground/form'
import { type Block, type DayPart, dayPartNames, days } from './free-week.ts'

/** The fields of the week's boxes, one for each day. */
export const weekTicks = Object.fromEntries(days.map((day) => [`hours${day}`, ticks])) as Record<`hours${Block['day']}`, typeof ticks>

/** Ticks of the week, by day; what no box offers is left aside. */
export function blocksIn(values: Readonly<Record<`hours${Block['day']}`, readonly string[]>>): Block[] {
  return days.flatMap((day) => {
    const ticked = values[`hours${day}`]
    return dayPartNames.filter((part: DayPart) => ticked.includes(part)).map((part) => ({ day, part }))
  })
}
