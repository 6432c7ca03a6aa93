import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from '#ground/postgres'

/*
 * A house as a person would have it: started, begun with the sample through the pages, backed up while it serves, restored into an
 * empty folder, every rule checked; then the generated types compared with the database that came back.
 */
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'lampline-prove-'))
const lampline = join(root, 'bin', 'lampline')
const port = '17071'
const waitsMax = 300

function run(args: readonly string[], what: string): string {
  const done = spawnSync(lampline, args, { encoding: 'utf8', timeout: 120_000 })
  if (done.status !== 0) throw new Error(`${what}: ${done.stdout}${done.stderr}`)
  console.log(`${what}: ${done.stdout.trim().split('\n').at(-1)}`)
  return done.stdout
}

async function until<T>(look: () => Promise<T | null | undefined | false>, what: string): Promise<T> {
  for (let waits = 0; waits < waitsMax; waits += 1) {
    const found = await look().catch(() => null)
    if (found) return found
    await wait(100)
  }
  throw new Error(`not in time: ${what}`)
}

async function serveSample(data: string): Promise<ChildProcess> {
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
  return house
}

async function verifyTypes(data: string): Promise<void> {
  const server = await startPostgres({ folder: data, log: () => {} })
  try {
    const url = `postgres://${server.superUser}@localhost:${server.port}/lampline?host=${encodeURIComponent(server.host)}`
    const before = readFileSync(join(root, 'src/ground/tables.ts'), 'utf8')
    const done = spawnSync(join(root, 'bin', 'types'), [], { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' })
    const after = readFileSync(join(root, 'src/ground/tables.ts'), 'utf8')
    writeFileSync(join(root, 'src/ground/tables.ts'), before)
    if (done.status !== 0) throw new Error(`bin/types: ${done.stderr}`)
    if (after !== before) throw new Error('src/ground/tables.ts is not current: run bin/types on a migrated database')
    console.log('types: current')
  } finally {
    await server.stop()
  }
}

try {
  const [first, second] = [join(folder, 'one'), join(folder, 'two')]
  const file = join(folder, 'lampline.backup')
  const house = await serveSample(first)
  run(['backup', file, '--data', first], 'backup, while it serves')
  run(['check', '--data', first], 'check, while it serves')
  house.kill('SIGTERM')
  await new Promise((resolve) => house.once('exit', resolve))
  run(['restore', file, '--data', second], 'restore into an empty folder')
  run(['check', '--data', second], 'check what came back')
  await verifyTypes(second)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
