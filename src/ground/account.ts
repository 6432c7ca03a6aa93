import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type Account = { uid: number; gid: number; name: string }

/** PostgreSQL refuses to run as root; it then runs as an account that owns nothing else. Null: as we are. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['nobody', 'daemon']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error('Lampline runs as root, and there is no account "nobody" for its database. Start it as an ordinary account.')
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
