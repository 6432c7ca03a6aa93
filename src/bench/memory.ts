import { readdirSync, readFileSync } from 'node:fs'

const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024)
const field = (path: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'))?.[1] ?? 0)

/** Resident memory of a house, in MB: its Node process; its PostgreSQL's processes by their share of what they share. Linux. */
export function houseMemory(pid: number): { node: number; postgres: number } {
  let postgres = 0
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
      if (/^postgres: |lampline-bench.*postgres|postgres-\d.*bin\/postgres/.test(command))
        postgres += field(`/proc/${name}/smaps_rollup`, 'Pss')
    } catch {
      // It ended while we looked.
    }
  }
  return { node: megabytes(field(`/proc/${pid}/status`, 'VmRSS')), postgres: megabytes(postgres) }
}
