import type { Db, Scope, Tx } from './db.ts'
import type { Form, Slip, Values } from './form.ts'
import type { Key, Language, Reader, Say } from './words.ts'

// biome-ignore lint/suspicious/noExplicitAny: hono's JSX element is any HTML-safe value
export type Markup = any

/** The person who is signed in, as doors and pages know them. */
export type Me = {
  person: string
  session: string
  name: string
  organisation: string
  organisationName: string
  /** Administers or coordinates the organisation. */
  keeps: boolean
  administers: boolean
  /** Answers concerns, of the organisation or of a programme. */
  isOfficer: boolean
  /** How the house stands to a passkey of theirs: whoever holds a role is asked for one, or must have one. */
  passkey: 'offered' | 'asked' | 'required'
  /** Their role opens nothing in this session until it is confirmed with a passkey. */
  owesProof: boolean
  /** The last day that the session was used; within a day. */
  seenAt: Temporal.Instant
  reader: Reader
  scope: Scope
}

/** What a request asks, after its door has read it. */
export type Asked = {
  path: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  me: Me | null
  say: Say
  /** A fresh id for a form to carry, so that the same POST twice is one deed. */
  formId: string
  /** A fresh secret of 128 bits for a form to carry, where what it brings about is opened by a secret. */
  formSecret: string
  /** The address that letters and pages give for this house, without a slash at the end. */
  baseUrl: string
  /** Whether the house may go to addresses of its own network for providers of single sign-on. */
  goesInside: boolean
  /** What only the door's own deeds need: cookies and the caller's network, never a room's business beyond sign-in. */
  caller: {
    browser: string
    network: string
    device: string
    language: Language
    /** Logs that the browser keeps since they were not sent, whoever wrote them. */
    unsent: number
  }
}

/** A page drawn again after a refusal: what was typed, and what to mend. */
export type Again = { values: Values; slips: readonly Slip[] }

export type View = {
  title: string
  body: Markup
  wide?: boolean
  /** The one file of script that the page may run; without it, none. */
  script?: 'passkeys' | 'field'
  /** Drawn for a form that has nothing to mend: what was typed is shown to be looked over, or to be changed. */
  isPreview?: boolean
}
export type Page = (db: Db, asked: Asked, again?: Again) => Promise<View>

/** Who may come in at all; false answers 404 (or asks to sign in, where nobody is). */
export type Gate = { name: string; opens: (asked: Pick<Asked, 'me' | 'params'>) => boolean }

export type FileOut = { name: string; type: string; bytes: Uint8Array }

/** What a deed tells its door to do with cookies, besides where to go next. */
export type Next = string | { to: string; session?: { token: string; until: Temporal.Instant } | 'end'; language?: Language }

export type PageRoute = { does: 'page'; path: string; gate: Gate; page: Page }
export type FileRoute = { does: 'file'; path: string; gate: Gate; file: (db: Db, asked: Asked) => Promise<FileOut> }
/** A way out of the house before a deed: what it needs is read first, and no transaction is open while it lasts. */
export type Outside = { ask: (db: Db) => Promise<unknown>; go: (task: unknown) => Promise<unknown> }

export type ActRoute = {
  does: 'act'
  path: string
  gate: Gate
  bodyBytesMax: number
  run(
    values: Values,
    asked: Asked,
  ): { slips: Slip[] } | { deed: (tx: Tx, brought?: unknown) => Promise<Next>; outside?: Outside; asNobody: boolean }
  again: Page
}

/** Work for a thread (see `inThread`), and the words for each stage that it reports. What needs more bytes than are free is not begun. */
export type Task = { module: URL; input: unknown; stages: Readonly<Record<string, Key>>; memoryMegabytesMax?: number; bytesNeeded?: number }

/** A page that waits for a task; `back` is where to go instead, which stops it. */
export type Waiting = { view: View; task: Task; back: string }
export type WatchRoute = {
  does: 'watch'
  path: string
  gate: Gate
  begin(db: Db, asked: Asked): Promise<View | Next | Waiting>
  /** Keeps the output of the thread; answers where to go. */
  finish(tx: Tx, asked: Asked, output: unknown): Promise<string>
}
export type Route = PageRoute | FileRoute | ActRoute | WatchRoute

const formBytesMax = 200_000

export function page(path: string, gate: Gate, draw: Page): PageRoute {
  return { does: 'page', path, gate, page: draw }
}

export function file(path: string, gate: Gate, make: FileRoute['file']): FileRoute {
  return { does: 'file', path, gate, file: make }
}

/**
 * A deed by POST: form → verb → where next; refused, the page again with what was typed. Where `asNobody` says so, its transaction is
 * opened as for somebody who is not signed in, so that no row of it can say who asked.
 */
export function act<Input, Result>(
  path: string,
  gate: Gate,
  form: Form<Input>,
  verb: (tx: Tx, input: Input, asked: Asked) => Promise<Result>,
  next: (result: Result, input: Input, asked: Asked) => Next,
  again: Page,
  options: { bodyBytesMax?: number; asNobody?: (input: Input) => boolean } = {},
): ActRoute {
  return {
    does: 'act',
    path,
    gate,
    again,
    bodyBytesMax: options.bodyBytesMax ?? formBytesMax,
    run: (values, asked) => {
      const read = form({ ...values, ...asked.params })
      if ('slips' in read) return read
      const asNobody = options.asNobody?.(read.input) ?? false
      return { deed: async (tx) => next(await verb(tx, read.input, asked), read.input, asked), asNobody }
    },
  }
}

type Errand<Input, Task, Brought> = {
  /** Reads what the way out needs. */
  ask: (db: Db, input: Input, asked: Asked) => Promise<Task>
  /** Goes out; refuses by name what the person can mend. */
  go: (task: Task) => Promise<Brought>
}

/** A deed that needs something from outside the house first: form → ask → go → verb → where next. */
export function actOutside<Input, Task, Brought, Result>(
  path: string,
  gate: Gate,
  form: Form<Input>,
  { ask, go }: Errand<Input, Task, Brought>,
  verb: (tx: Tx, input: Input, brought: Brought, asked: Asked) => Promise<Result>,
  next: (result: Result, input: Input, asked: Asked) => Next,
  again: Page,
): ActRoute {
  return {
    ...{ does: 'act', path, gate, again, bodyBytesMax: formBytesMax },
    run: (values, asked) => {
      const read = form({ ...values, ...asked.params })
      if ('slips' in read) return read
      return {
        asNobody: false,
        outside: { ask: (db) => ask(db, read.input, asked), go: (task) => go(task as Task) },
        deed: async (tx, brought) => next(await verb(tx, read.input, brought as Brought, asked), read.input, asked),
      }
    },
  }
}

/**
 * A page that shows how far a task is, and goes on where it is done: begin → thread → finish → done. Whoever leaves the page stops the
 * task, and nothing is kept. Since anybody's link can open a page, `begin` gives a task only for what a deed has asked for before; and
 * since two may open it, `finish` must be able to come second.
 */
export function watch<Output, Result>(
  path: string,
  gate: Gate,
  begin: WatchRoute['begin'],
  finish: (tx: Tx, asked: Asked, output: Output) => Promise<Result>,
  done: (result: Result, asked: Asked) => string,
): WatchRoute {
  return {
    does: 'watch',
    path,
    gate,
    begin,
    finish: async (tx, asked, output) => done(await finish(tx, asked, output as Output), asked),
  }
}
