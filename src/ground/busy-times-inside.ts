import { busyTimes } from './busy-times.ts'
import type { Span } from './spans.ts'

export type BusyAsked = { text: string; zone: string; within: Span }

/** `busyTimes` as a thread runs it: a text of which nobody knows how long it keeps its reader. */
export function run({ text, zone, within }: BusyAsked): Span[] {
  return busyTimes(text, zone, within)
}
