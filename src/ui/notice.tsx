import type { Markup } from '#ground/route'

/** A sentence that stands out. `wait`: something is due; `bad`: something is wrong; `good`: it is done. */
export function Notice({ kind, children }: { kind?: 'good' | 'wait' | 'bad'; children?: Markup }) {
  return <div class={kind === undefined ? 'notice' : `notice ${kind}`}>{children}</div>
}

/** A word about a row; its meaning is in the word, never in the colour alone. */
export function Tag({ kind, children }: { kind?: 'good' | 'wait' | 'bad' | 'plum'; children?: Markup }) {
  return <span class={kind === undefined ? 'tag' : `tag ${kind}`}>{children}</span>
}

/** One decision. `now` marks the one to take first. */
export function Card({ now, children }: { now?: boolean; children?: Markup }) {
  return <section class={now ? 'card now' : 'card'}>{children}</section>
}
