import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Stops the server when our end of its pipe closes, however we end. It is told the server's number as a line, 0 for none, and
 * stands apart, so that Ctrl-C does not reach it.
 */
const script = `p=0; while read -r n; do p=$n; done
[ "$p" -gt 1 ] && kill -INT "$p" 2>/dev/null || exit 0
n=0; while [ $n -lt 30 ]; do n=$((n+1)); sleep 1; kill -0 "$p" 2>/dev/null || exit 0; done
kill -QUIT "$p"`

export type Watchdog = { guard(pid: number): void; end(): void }

export function startWatchdog(): Watchdog {
  let guarded = 0
  let ended = false
  let dog = spawnDog()

  function spawnDog(): ChildProcess {
    const child = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    child.unref()
    child.on('error', () => {})
    child.stdin?.on('error', () => {})
    ;(child.stdin as unknown as { unref?: () => void })?.unref?.()
    // Somebody killed it: another takes its place while the server is ours to guard.
    child.once('exit', () => {
      if (ended) return
      dog = spawnDog()
      tell()
    })
    return child
  }
  const tell = () => dog.stdin?.write(`${guarded}\n`)
  return {
    guard: (pid) => {
      guarded = pid
      tell()
    },
    end: () => {
      ended = true
      guarded = 0
      tell()
      dog.stdin?.end()
    },
  }
}
