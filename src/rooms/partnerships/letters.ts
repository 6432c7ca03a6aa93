import { sayWeekday } from '#ground/when'
import type { Key, Say } from '#ground/words'
import { lastWholeDay, limits, type Side } from './partnership.ts'
import { type Clause, sayClauses } from './reason-words.ts'
import type { SideWords } from './side-words.ts'

/** What a letter says; who it is to and where it goes is added by who writes it. */
export type Words = { title: string; body: string }

type Partner = { name: string; jobTitle: string | null; unit: string | null; email: string | null; phone: string | null }

/** What a letter to one side may be told of a pair. Whose no it was, and why it ended, is not among it. */
export type LetterFacts = {
  id: string
  /** How the reader is called. */
  called: string
  /** The side that the reader is on. */
  side: Side
  /** How the sides are named where they have no sentences of their own. */
  words: SideWords
  programme: string
  partner: Partner
  reasons: readonly Clause[]
  answerUntil: Temporal.Instant
}

/** A text apart from the text around it, whichever way either runs; letters are plain text and know no other way. */
export const apart = (text: string) => `\u2068${text}\u2069`

export const told = (facts: LetterFacts) => ({ name: apart(facts.partner.name), programme: apart(facts.programme), ...facts.words })

/** A letter about a pair: a greeting, what there is to say, and the one link, which is the pair's page or one below it. */
export function letter(say: Say, facts: LetterFacts, title: Key, body: readonly string[], lastLine: Key, below = ''): Words {
  const greeting = say('mail.partnership.greeting', { name: apart(facts.called) })
  const link = `${say(lastLine)}\n/partnerships/${facts.id}${below}`
  return { title: say(title, told(facts)), body: [greeting, ...body.filter((text) => text !== ''), link].join('\n\n') }
}

/** "Amina is head of office in Kabul": what is known of where somebody works; nothing where nothing is. */
export function sayPlace(say: Say, { name, jobTitle, unit }: Pick<Partner, 'name' | 'jobTitle' | 'unit'>): string {
  if (jobTitle === null && unit === null) return ''
  const known = jobTitle !== null && unit !== null ? 'both' : jobTitle !== null ? 'role' : 'unit'
  return say('mail.partnership.place', { known, name: apart(name), role: apart(jobTitle ?? ''), unit: apart(unit ?? '') })
}

export function sayWhyTwo(say: Say, reasons: readonly Clause[]): string {
  const said = sayClauses(say, reasons)
  return said === '' ? '' : say('mail.partnership.why', { reasons: said })
}

/** The day to answer by, on the reader's calendar. */
export const sayUntil = (say: Say, until: Temporal.Instant) => sayWeekday(say, lastWholeDay(say, until))

export function proposedLetter(say: Say, facts: LetterFacts): Words {
  const body = [
    say('mail.partnership.proposed.who', told(facts)),
    sayPlace(say, facts.partner),
    sayWhyTwo(say, facts.reasons),
    say('mail.partnership.proposed.until', { ...told(facts), date: sayUntil(say, facts.answerUntil) }),
  ]
  return letter(say, facts, 'mail.partnership.proposed.title', body, 'mail.partnership.answer')
}

export function reminderLetter(say: Say, facts: LetterFacts): Words {
  const body = [say('mail.partnership.reminder.body', { ...told(facts), date: sayUntil(say, facts.answerUntil) })]
  return letter(say, facts, 'mail.partnership.reminder.title', body, 'mail.partnership.answer')
}

/** How to reach the other, once both have said yes. */
export function sayContact(say: Say, { name, email, phone }: Pick<Partner, 'name' | 'email' | 'phone'>): string {
  const known = email !== null ? (phone !== null ? 'both' : 'email') : phone !== null ? 'phone' : 'none'
  return say('mail.partnership.contact', { known, name: apart(name), email: apart(email ?? ''), phone: apart(phone ?? '') })
}

export function agreedLetter(say: Say, facts: LetterFacts): Words {
  const next = say('mail.partnership.agreed.next', { days: limits.firstMeetingDays })
  const body = [say('mail.partnership.agreed.body', told(facts)), sayContact(say, facts.partner), next]
  return letter(say, facts, 'mail.partnership.agreed.title', body, 'mail.partnership.link')
}

export function thanksLetter(say: Say, facts: LetterFacts): Words {
  return letter(say, facts, 'mail.partnership.thanks.title', [say('mail.partnership.thanks.body', told(facts))], 'mail.partnership.link')
}

/** One letter for every end of a proposal: a no, silence, a withdrawal and a lost place read the same. */
export function overLetter(say: Say, facts: LetterFacts): Words {
  return letter(say, facts, 'mail.partnership.over.title', [say('mail.partnership.over.body', told(facts))], 'mail.partnership.link')
}
