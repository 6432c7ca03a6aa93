import { readFileSync } from 'node:fs'
import { assign } from '#pairing/assign'
import { packInstance, readInstance } from '#pairing/instance'
import { tiesBetween } from '#pairing/pair-rows'
import type { Problem } from '#pairing/problem'

/*
 * Mentors of a solved instance pause, one after another, and each time the whole is mended as a round is, from its pairs and scores. Prints
 * the milliseconds of a mending and of solving anew, how many people lost their mentor, and how many a mending moves.
 */
const [path = '', pauses = '200', seconds = '20'] = process.argv.slice(2)
const rows = packInstance(readInstance(readFileSync(path)))
const coded = (count: number, side: string) => Array.from({ length: count }, (_, at) => ({ code: `${side}${at}` }))
const tie = tiesBetween(coded(rows.n, 'N'), coded(rows.m, 'M'))
const problem: Problem = { ...rows, pins: [], floor: 'none', dial: 'total', tie }
const standing = assign(problem).mentorOf

function timed(asked: Problem): { ms: number; mentorOf: Int32Array } {
  const start = performance.now()
  const { mentorOf } = assign(asked)
  return { ms: performance.now() - start, mentorOf }
}

function pause(mentor: number): { mended: number; anew: number; moved: number; lost: number } {
  const without = { ...problem, capacity: rows.capacity.with(mentor, 0) }
  const mended = timed({ ...without, standing, bonus: Number.POSITIVE_INFINITY })
  const moved = standing.filter((now, i) => now !== mended.mentorOf[i]).length
  return { mended: mended.ms, anew: timed(without).ms, moved, lost: standing.filter((now) => now === mentor).length }
}

const done: ReturnType<typeof pause>[] = []
const end = performance.now() + Number(seconds) * 1_000
for (let n = 0, mentor = 0; n < Number(pauses) && performance.now() < end; n++) {
  mentor = (mentor + 7_919) % rows.m
  if ((rows.capacity[mentor] ?? 0) > 0) done.push(pause(mentor))
}
const at = (of: keyof ReturnType<typeof pause>, share: number) =>
  done.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(share * (done.length - 1))]
const times = { median: at('mended', 0.5), most: at('mended', 1), anew: at('anew', 0.5) }
console.log(JSON.stringify({ times: done.length, ...times, lost: at('lost', 0.5), moved: at('moved', 0.5), movedMost: at('moved', 1) }))
