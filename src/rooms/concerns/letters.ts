import type { Say } from '#ground/words'

export type Words = { title: string; body: string }

/** Letters of this room: nobody sees them in the outbox, so the worker sends one again where it does not know how it ended. */
export const isConcernLetter = (kind: string) => kind.startsWith('concern.')

/** `unnamed`: to administrators, where a concern waits and no officer is there to read it. */
export type LetterKind = 'raised' | 'added' | 'half' | 'overdue' | 'unnamed'

/** Nothing of the concern itself: that there is one, by when, and where it opens. */
export function concernLetter(say: Say, kind: LetterKind, { concern, due }: { concern: string; due: string }): Words {
  const last = kind === 'unnamed' ? `${say('mail.concern.name')}\n/safeguarding` : `${say('mail.concern.open')}\n/concerns/${concern}`
  return { title: say(`mail.concern.${kind}.title`), body: [say(`mail.concern.${kind}.body`, { due }), last].join('\n\n') }
}
