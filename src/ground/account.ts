import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type Account = { uid: number; gid: number; name: string }

/**
 * PostgreSQL refuses to run as root; it then runs as the account that its cluster belongs to already, else as one that owns
 * nothing. Null: as we are.
 */
export function serverAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').flatMap(accountIn)
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  const found =
    accounts.find(({ uid }) => uid !== 0 && uid === owner) ??
    accounts.find(({ name }) => name === 'nobody') ??
    accounts.find(({ name }) => name === 'daemon')
  if (found) return found
  throw new Error('Lampline runs as root, and there is no account "nobody" for its database. Start it as an ordinary account.')
}

function accountIn(line: string): Account[] {
  const [name, , uid, gid] = line.split(':')
  return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
}

/** Whether the account may walk down to a folder: every folder above lets others pass, or is its own. */
export function canReach(folder: string, account: Account): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid } = statSync(at)
    if ((mode & 0o001) === 0 && !(uid === account.uid && (mode & 0o100) !== 0)) return false
    if (at === dirname(at)) return true
  }
}

/** Hands a folder and all in it to the account. */
export function giveTo(path: string, account: Account | null): void {
  if (account === null) return
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) lchownSync(path, account.uid, account.gid)
  else chownSync(path, account.uid, account.gid)
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), account)
}
