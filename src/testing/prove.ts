import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '#ground/postgres'
import { lampline, serveSample } from './sample-house.ts'

/*
 * A house as a person would have it: started, begun with the sample through the pages, backed up while it serves, restored into an
 * empty folder, every rule checked; then the generated types compared with the database that came back.
 */
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'lampline-prove-'))

function run(args: readonly string[], what: string): string {
  const done = spawnSync(lampline, args, { encoding: 'utf8', timeout: 120_000 })
  if (done.status !== 0) throw new Error(`${what}: ${done.stdout}${done.stderr}`)
  console.log(`${what}: ${done.stdout.trim().split('\n').at(-1)}`)
  return done.stdout
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
  const { house } = await serveSample(first)
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
