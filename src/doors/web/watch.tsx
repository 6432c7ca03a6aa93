import type { Transform } from 'node:stream'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { signInScope } from '#ground/db'
import { memoryFree } from '#ground/memory-free'
import { Missing, Refusal, refuse } from '#ground/refusal'
import type { Markup, View, Waiting, WatchRoute } from '#ground/route'
import { inThread } from '#ground/thread'
import { type Say, sayKey, sayRefusal } from '#ground/words'
import { openAnswer } from './answer.ts'
import { documentOf, drawPage, htmlType } from './draw.tsx'
import type { WebHouse } from './serve.ts'
import { applyNext, ownPath, type Request } from './session.ts'
import { openSharedWork, type Start } from './shared-work.ts'
import { logTrouble } from './trouble.ts'

const tellGapMs = 250
/** Where a waiting page is cut: what comes before is sent at once, what comes after when the work has ended. */
const cut = '<!--progress-->'

/** Answers the pages that wait: their head at once, how far it is, and where to go on; without script, in one response. */
export function openWatching(house: WebHouse): (c: Context, route: WatchRoute, request: Request) => Promise<Response> {
  const join = openSharedWork<string>()
  return async (c, route, request) => {
    const { asked } = request
    const scope = asked.me?.scope ?? signInScope
    const begun = await house.database.read(scope, (db) => route.begin(db, asked))
    if (typeof begun === 'string' || 'to' in begun) return applyNext(c, house, begun)
    if (!('task' in begun)) return drawPage(c, request, { ...begun, status: 200, slips: [] })

    const page = await documentOf(c, request, { ...waitingView(begun, asked.say), slips: [] })
    const [head = '', tail = ''] = page.split(cut)
    const { response, out } = openAnswer(c, htmlType)
    if (c.req.method === 'HEAD') {
      out.end()
      return response
    }
    out.write(head)
    const key = `${asked.me?.person ?? asked.caller.browser} ${asked.path}`
    const work = { house, waiting: begun, say: asked.say, out }
    void follow(work, (signal, tell) => join(key, deedOf(house, route, request, begun), signal, tell)).then((end) => out.end(end + tail))
    return response
  }
}

/** The thread, and then what is kept of it; where the last watcher left in the meantime, nothing is. */
function deedOf(house: WebHouse, route: WatchRoute, { asked }: Request, { task }: Waiting): Start<string> {
  return async (signal, onProgress) => {
    const { module, input, memoryMegabytesMax, bytesNeeded = 0 } = task
    const free = memoryFree()
    if (bytesNeeded > free) refuse('thread.memoryTooSmall', { needed: gigabytes(bytesNeeded), free: gigabytes(free) })
    const output = await inThread(module, input, { signal, onProgress, memoryMegabytesMax })
    return house.database.write(asked.me?.scope ?? signInScope, async (tx) => {
      const to = await route.finish(tx, asked, output)
      signal.throwIfAborted()
      return to
    })
  }
}

const gigabytes = (bytes: number) => Math.round(bytes / 1e8) / 10

type Followed = { house: WebHouse; waiting: Waiting; say: Say; out: Transform }

/** Tells how far the work is while somebody reads; answers what the page ends with. */
async function follow({ house, waiting, say, out }: Followed, watch: Start<string>): Promise<string> {
  const left = new AbortController()
  out.once('close', () => left.abort())
  let latest: { share: number; stage: string } | null = null
  let stageTold = ''
  const ticker = setInterval(() => {
    if (latest === null || out.writableNeedDrain) return
    const { share, stage } = latest
    out.write(
      String(<Told say={say} words={say(waiting.task.stages[stage] ?? 'page.watch.begins')} share={share} quiet={stage === stageTold} />),
    )
    stageTold = stage
    latest = null
  }, tellGapMs)
  try {
    const to = await watch(left.signal, (share, stage) => {
      latest = { share, stage }
    })
    return String(<Done say={say} to={ownPath(to)} />)
  } catch (error) {
    return left.signal.aborted ? '' : String(<Failed say={say} back={waiting.back} words={wordsOf(error, say, house)} />)
  } finally {
    clearInterval(ticker)
  }
}

function wordsOf(error: unknown, say: Say, house: WebHouse): string[] {
  if (error instanceof Refusal) return [sayRefusal(say, error)]
  const kind = error instanceof Missing ? 'missing' : logTrouble(house.log, error)
  return ['title', 'body'].map((part) => sayKey(say, `page.plain.${kind}.${part}`))
}

function waitingView({ view, back }: Waiting, say: Say): View {
  const body = (
    <>
      {view.body}
      <p>
        <a href={back}>{say('page.watch.stop')}</a>
      </p>
      <div class="progress" role="status">
        <Told say={say} words={say('page.watch.begins')} />
        {raw(cut)}
      </div>
    </>
  )
  return { ...view, body }
}

/** Only the last of these is seen; it is read aloud where a new stage begins, not at every step. */
function Told({ say, words, share, quiet = false }: { say: Say; words: string; share?: number; quiet?: boolean }): Markup {
  const value = share === undefined ? undefined : Math.min(1, Math.max(0, share)).toFixed(2)
  return (
    <p aria-live={quiet ? 'off' : undefined}>
      <label>
        {words}
        <progress max={1} value={value}>
          {share === undefined ? null : say('page.watch.share', { share })}
        </progress>
      </label>
    </p>
  )
}

function Done({ say, to }: { say: Say; to: string }): Markup {
  return (
    <p>
      {html`<meta http-equiv="refresh" content="0; url=${to}">`}
      <a href={to}>{say('page.watch.done')}</a>
    </p>
  )
}

function Failed({ say, back, words }: { say: Say; back: string; words: string[] }): Markup {
  return (
    <div class="notice bad">
      {words.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        <a href={back}>{say('page.watch.back')}</a>
      </p>
    </div>
  )
}
