import { readFileSync } from 'node:fs'
import { bestWhole } from '#pairing/best-whole'
import { proofOf } from '#pairing/certificate'
import { packInstance, readInstance } from '#pairing/instance'

/* Our side of the comparison, a process of its own: reads an instance, packs it, solves it, checks the proof, prints as the peers do. */
const [path = '', warmUps = '0'] = process.argv.slice(2)
const seconds = (since: number) => (performance.now() - since) / 1_000

const instance = readInstance(readFileSync(path))
const begun = performance.now()
const rows = packInstance(instance)
const prepare = seconds(begun)
for (let n = 0; n < Number(warmUps); n++) bestWhole(rows)
const start = performance.now()
const whole = bestWhole(rows)
const solve = seconds(start)
const { matched, total } = whole
proofOf(rows, whole)
const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
console.log(JSON.stringify({ prepare, solve, matched, total, megabytes: Math.round(Number(peak) / 1024) }))
