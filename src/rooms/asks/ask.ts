/** What an ask may hold, and how long it waits. */
export const limits = {
  textCharsMax: 600,
  topicsMax: 5,
  /** Of the topics understood, so many are taken unless the asker says otherwise. */
  topicsTakenMax: 3,
  /** Mentors who offer a topic, looked at for the best. */
  mentorsLookedAtMax: 2_000,
  /** Open asks that wait for one mentor at a time; the database has the last word. */
  openPerMentorMax: 2,
  timesShownMax: 3,
  /** Days within which a time that is taken must lie. */
  startsWithinDaysMax: 60,
  /** Days ahead in which times are looked for. */
  daysAheadMax: 14,
  reminderWorkingDays: 1,
  /** Days after which a draft that was never sent is forgotten. */
  draftDaysMax: 7,
  shownMax: 20,
  sweptMax: 500,
  reasonsMax: 8,
} as const

export const endReasons = ['answered', 'nobody', 'taken-back', 'left'] as const
/** `nobody`: nobody fits, or nobody is left to ask. `left`: the asker left the programme. */
export type EndReason = (typeof endReasons)[number]

/** Where an ask stands, told by its rows. */
export type State = 'draft' | 'asking' | 'answered' | 'over'

export function stateOf(isSent: boolean, end: EndReason | null): State {
  if (end === null) return isSent ? 'asking' : 'draft'
  return end === 'answered' ? 'answered' : 'over'
}

/** `do`: it happens now. `done`: it had happened. Else the name of the refusal. */
export type Move = 'do' | 'done' | 'asks.sent' | 'asks.over' | 'asks.answered'

/** What an asker may do: change what is asked and of whom, send it, take it back. */
export const askerMoves: Readonly<Record<State, Readonly<Record<'change' | 'send' | 'takeBack', Move>>>> = {
  draft: { change: 'do', send: 'do', takeBack: 'do' },
  asking: { change: 'asks.sent', send: 'done', takeBack: 'do' },
  answered: { change: 'asks.sent', send: 'done', takeBack: 'asks.answered' },
  over: { change: 'asks.over', send: 'asks.over', takeBack: 'done' },
}

/** How it looks to somebody who was asked; `past`: their time is over, or the ask is. */
export type Stage = 'open' | 'saidYes' | 'saidNo' | 'past'
export type AskedMove = 'do' | 'done' | 'asks.past' | 'asks.saidYes' | 'asks.saidNo'

export const askedMoves: Readonly<Record<Stage, Readonly<Record<'yes' | 'no', AskedMove>>>> = {
  open: { yes: 'do', no: 'do' },
  saidYes: { yes: 'done', no: 'asks.saidYes' },
  saidNo: { yes: 'asks.saidNo', no: 'done' },
  past: { yes: 'asks.past', no: 'asks.past' },
}

export function stageOf(answer: 'yes' | 'no' | null, isOpen: boolean, until: Temporal.Instant, now: Temporal.Instant): Stage {
  if (answer !== null) return answer === 'yes' ? 'saidYes' : 'saidNo'
  return isOpen && Temporal.Instant.compare(now, until) < 0 ? 'open' : 'past'
}
