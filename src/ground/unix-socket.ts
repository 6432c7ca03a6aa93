import { connect } from 'node:net'

/** Linux takes 107 bytes, macOS 103. */
export const socketPathBytesMax = 103
const answerMsMax = 2_000

export function fitsSocket(path: string): boolean {
  return Buffer.byteLength(path) <= socketPathBytesMax
}

/** Whether somebody living listens on a unix socket, in whatever container: what is left of a killed process refuses. */
export function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const say = (alive: boolean) => {
      socket.destroy()
      resolve(alive)
    }
    socket.setTimeout(answerMsMax, () => say(true))
    socket.once('connect', () => say(true))
    socket.once('error', ({ code }: NodeJS.ErrnoException) => say(!['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'].includes(code ?? '')))
  })
}
