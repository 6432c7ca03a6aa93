import { weekdayNames } from '#ground/month-names'
import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Ticks } from '#ui/field'
import { blocksOf, dayPartNames, days } from './free-week.ts'
import type { FreeSpan } from './person.ts'

type WeekProps = { say: Say; again: Again | undefined; hours: readonly FreeSpan[] }

/** The parts of each day as boxes, those ticked that somebody's hours fill. */
export function WeekBoxes({ say, again, hours }: WeekProps) {
  const ticked = blocksOf(hours)
  return (
    <>
      {days.map((day) => (
        <Ticks
          say={say}
          again={again}
          name={`hours${day}`}
          label={weekdayNames[say.language][day - 1] ?? ''}
          values={ticked.filter((block) => block.day === day).map(({ part }) => part)}
          row
          choices={dayPartNames.map((part) => ({ value: part, label: say(`page.me.part.${part}`) }))}
        />
      ))}
    </>
  )
}
