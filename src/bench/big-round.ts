import { provedWhole } from '#pairing/big-whole'
import { scorerOf } from '#scores/scorer'
import { bigCrowd } from './big-crowd.ts'

/* One big crowd from profiles to the proved optimum, a process of its own; prints seconds and megabytes by step. */
const [mentees = '100000', mentors = '25000'] = process.argv.slice(2)
const peak = () => process.resourceUsage().maxRSS / 1024
const crowd = bigCrowd(Number(mentees), Number(mentors), 1)
const before = Math.round(peak())
const start = performance.now()
const steps: { step: string; at: number; megabytes: number }[] = []
const note = (step: string) => steps.push({ step, at: (performance.now() - start) / 1_000, megabytes: Math.round(peak()) })
const scorer = scorerOf(crowd)
const { whole, rounds, added, rows } = provedWhole(scorer, undefined, (done, nth) => note(`${done} ${nth}`))
console.log(JSON.stringify({ before, steps, matched: whole.matched, total: whole.total, rounds, added, pairs: rows.pair.length }))
