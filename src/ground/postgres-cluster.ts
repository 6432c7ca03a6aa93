import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, giveTo } from './account.ts'
import { handOver, ownerOf, type PostgresFiles } from './postgres-files.ts'

// Words are told from signs by the character type, which "C" knows for ASCII alone: trigrams of Persian would be empty.
const characterTypes = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8']

export const superUser = 'postgres'

/** The surroundings that PostgreSQL's programs run in. */
export function programOptions({ programs, account }: { programs: string; account: Account | null }) {
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LD_LIBRARY_PATH: join(programs, 'lib'), LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: '/', env, ...(account ? { uid: account.uid, gid: account.gid } : {}) }
}

/** Sees that there is a cluster, of our version, that the server's account owns; makes one in an empty folder. */
export function prepareCluster(files: PostgresFiles, log: (line: string) => void): void {
  const owner = ownerOf(files.cluster)
  if (owner === null) {
    makeCluster(files)
    return
  }
  if (files.account === null && owner !== process.getuid?.()) {
    throw new Error(`${files.cluster} belongs to another account (number ${owner}). Start Lampline as that account, or as root.`)
  }
  if (files.account !== null && owner !== files.account.uid) {
    log(`the database is handed to the account ${files.account.name}`)
    giveTo(files.cluster, files.account)
  }
  if (!existsSync(join(files.cluster, 'PG_VERSION'))) throw new Error(`${files.cluster} is there, and is not a database. Move it away.`)
  refuseOtherVersion(files)
}

function refuseOtherVersion({ cluster, version, home }: PostgresFiles): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const [ours] = version.split('.')
  if (made === ours) return
  throw new Error(
    `The data in ${home} was written by PostgreSQL ${made}, and this Lampline has ${ours}. ` +
      'Use the Lampline that wrote it to make a backup, and restore that into an empty folder.',
  )
}

/** Made beside and moved into place, so that a start killed half-way leaves nothing that looks like a cluster. */
function makeCluster(files: PostgresFiles): void {
  const draft = `${files.cluster}.new`
  for (const characters of characterTypes) {
    rmSync(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    mkdirSync(draft, { mode: 0o700 })
    giveTo(draft, files.account)
    const said = initdb(files, draft, characters)
    if (said === null) {
      renameSync(draft, files.cluster)
      return
    }
    rmSync(draft, { recursive: true, force: true })
    if (!/invalid locale/.test(said)) throw new Error(`The database could not be made in ${files.home}: ${said}`)
  }
  throw new Error(`This system knows none of the locales ${characterTypes.join(', ')}; install one of them.`)
}

/** Null when it went well, else what it said. */
function initdb(files: PostgresFiles, draft: string, characters: string): string | null {
  const { path, handle } = handOver(draft, files.reachable)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characters}`, '--encoding=UTF8']
  const args = ['-D', path, '-U', superUser, '--auth=trust', '--no-instructions', ...locale]
  try {
    const made = spawnSync(join(files.programs, 'bin', 'initdb'), args, {
      ...programOptions(files),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', ...(handle === null ? [] : [handle])],
    })
    return made.status === 0 ? null : (made.stderr || String(made.error ?? made.signal)).trim()
  } finally {
    if (handle !== null) closeSync(handle)
  }
}
