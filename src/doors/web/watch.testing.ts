import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { after } from 'node:test'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

/** A page as it arrives. */
export type Arriving = {
  head: IncomingMessage
  /** What has arrived so far. */
  text(): string
  /** Waits for what the page is to say next; false where it ended without. */
  says(words: RegExp): Promise<boolean>
  /** Waits for its end. */
  all(): Promise<string>
  /** Closes the connection, as a browser does whose page is left. */
  leave(): void
}

const decoders: Record<string, () => Duplex> = { br: createBrotliDecompress, gzip: createGunzip }

/** The door on a real port; `open` asks for a page on a connection of its own. */
export async function onPort(app: Hono) {
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const open = async (path: string, headers: Record<string, string>, method = 'GET'): Promise<Arriving> => {
    const asked = request({ port, path, method, headers, agent: false }).end()
    asked.on('error', () => {})
    const [head] = (await once(asked, 'response')) as [IncomingMessage]
    return arrivingFrom(head, () => asked.destroy())
  }
  return { open, url: `http://127.0.0.1:${port}` }
}

function arrivingFrom(head: IncomingMessage, leave: () => void): Arriving {
  const decoder = decoders[head.headers['content-encoding'] ?? '']?.()
  const body = decoder ? head.pipe(decoder) : head
  let [text, ended] = ['', false]
  head.on('error', () => {})
  body.on('data', (bytes: Buffer) => {
    text += bytes.toString()
  })
  for (const name of ['end', 'close', 'error']) {
    body.on(name, () => {
      ended = true
    })
  }
  const says = async (words: RegExp) => {
    while (!words.test(text) && !ended) await new Promise((resolve) => setTimeout(resolve, 10))
    return words.test(text)
  }
  return {
    head,
    text: () => text,
    says,
    leave,
    all: async () => {
      await says(/$never/)
      return text
    },
  }
}
