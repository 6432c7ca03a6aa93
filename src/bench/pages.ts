import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { row, say, saySpread, spreadOf } from './measure.ts'

const requestsARound = 1_500
const rounds = 5

function request(url: string, agent: Agent, cookie: string): Promise<number> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      answer
        .resume()
        .once('end', () =>
          answer.statusCode === 200 ? resolve(performance.now() - start) : reject(new Error(`${answer.statusCode} ${url}`)),
        )
    }).once('error', reject)
  })
}

/** Requests a second over some connections that stay open. */
async function load(url: string, cookie: string, connections: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let left = requestsARound
  const start = performance.now()
  const worker = async () => {
    while (left-- > 0) await request(url, agent, cookie)
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return requestsARound / ((performance.now() - start) / 1_000)
}

/** A page of ours against a bare node:http server that answers the same bytes, in turns in one run. */
export async function comparePages(origin: string, path: string, cookie: string): Promise<void> {
  const page = Buffer.from(await (await fetch(`${origin}${path}`, { headers: { cookie } })).arrayBuffer())
  const bare = createServer((_asked, answer) => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page))
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  const bareOrigin = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
  for (const connections of [1, 16]) {
    const ours: number[] = []
    const theirs: number[] = []
    await load(`${origin}${path}`, cookie, connections)
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await load(`${origin}${path}`, cookie, connections))
      theirs.push(await load(bareOrigin, '', connections))
    }
    const ratio = spreadOf(ours).median / spreadOf(theirs).median
    row(
      `programme page, ${connections} connection${connections > 1 ? 's' : ''}, requests/s`,
      saySpread(spreadOf(ours)),
      saySpread(spreadOf(theirs)),
      say(ratio, 3),
    )
  }
  bare.close()
}
