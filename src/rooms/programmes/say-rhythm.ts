import type { Say } from '#ground/words'
import type { Pathway } from './pathway.ts'

/** How many meetings, how long, how often, over how many weeks: a sentence. */
export function sayRhythm(say: Say, { meetings, lastsWeeks }: Pick<Pathway, 'meetings' | 'lastsWeeks'>): string {
  return say('pathway.rhythm', { planned: meetings.planned, minutes: meetings.minutes, days: meetings.everyDays, weeks: lastsWeeks })
}
