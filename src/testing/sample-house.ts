import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const lampline = join(import.meta.dirname, '..', '..', 'bin', 'lampline')
const port = '17071'
const waitsMax = 300

export async function until<T>(look: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  for (let waits = 0; waits < waitsMax; waits += 1) {
    const found = await look().catch(() => null)
    if (found) return found
    await wait(100)
  }
  throw new Error(`not in time: ${what}`)
}

export type SampleHouse = { house: ChildProcess; origin: string; cookie: string }

/** A house in a folder, begun with the sample through its pages; its first administrator's cookies come along. */
export async function serveSample(data: string): Promise<SampleHouse> {
  const house = spawn(lampline, ['serve', '--port', port, '--data', data, '--log', 'error'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  house.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const path = await until(async () => /first-administrator\/\S+/.exec(said)?.[0], 'the link of the first administrator')
  const fields = {
    organisation: 'Proof',
    fullName: 'Leila',
    email: 'leila@example.org',
    language: 'en',
    calendar: 'gregory',
    zone: 'UTC',
    start: 'sample',
  }
  const origin = `http://localhost:${port}`
  const begun = await fetch(`${origin}/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  if (begun.status !== 303) throw new Error(`the house was not begun: ${begun.status} ${await begun.text()}`)
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  await until(
    async () => (await (await fetch(`${origin}/programmes`, { headers: { cookie } })).text()).includes('Fresh Eyes'),
    'the sample',
  )
  return { house, origin, cookie }
}
