import { readFileSync } from 'node:fs'
import { bestWhole } from '#pairing/best-whole'
import { packInstance, readInstance } from '#pairing/instance'
import { liveWhole } from '#pairing/live-whole'
import { mentorPauses, mentorReturns } from '#pairing/rematch'

/* Mentors of a solved instance pause and return, one after another; prints the milliseconds of a pause, and how many people move by one. */
const [path = '', pauses = '2000'] = process.argv.slice(2)
const rows = packInstance(readInstance(readFileSync(path)))
const live = liveWhole(rows, bestWhole(rows))
const times: number[] = []
const moved: number[] = []
for (let n = 0, mentor = 0; n < Number(pauses); n++) {
  mentor = (mentor + 7_919) % rows.m
  const places = rows.capacity[mentor] ?? 0
  if (places === 0) continue
  const start = performance.now()
  moved.push(mentorPauses(live, mentor).length)
  times.push(performance.now() - start)
  mentorReturns(live, mentor, places)
}
const at = (list: number[], share: number) => list.toSorted((a, b) => a - b)[Math.floor(share * (list.length - 1))]
console.log(JSON.stringify({ median: at(times, 0.5), p99: at(times, 0.99), most: at(times, 1), moved: at(moved, 0.5) }))
