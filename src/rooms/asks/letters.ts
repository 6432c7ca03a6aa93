import { sayInstant } from '#ground/when'
import type { Key, Say } from '#ground/words'
import { topicName } from '#people/topics'

/** What a letter says; who it is to and where it goes is added by who writes it. */
export type Words = { title: string; body: string }

/** What a letter about an ask may be told: never the text, which is read on the page alone. */
export type AskFacts = {
  id: string
  /** How the reader is called. */
  called: string
  asker: string
  /** Whom the ask was answered by; empty where it was not. */
  answeredBy: string
  programme: string
  topics: readonly string[]
  until: Temporal.Instant | null
  startsAt: Temporal.Instant | null
}

/** A text apart from the text around it, whichever way either runs. */
export const apart = (text: string) => `\u2068${text}\u2069`

export const sayTopics = (say: Say, topics: readonly string[]) => say.list(topics.map((topic) => topicName(say, topic)))

/** The last minute to answer, on the reader's own clock: of two days every hour counts, wherever the two are. */
export const sayUntil = (say: Say, until: Temporal.Instant) => sayInstant(say, until.subtract({ minutes: 1 }))

function letter(say: Say, facts: AskFacts, kind: 'asked' | 'reminder' | 'answered' | 'nobody' | 'unmet' | 'no-longer'): Words {
  const { id, called, asker, answeredBy, programme, topics, until, startsAt } = facts
  const told = {
    name: apart(asker),
    other: apart(answeredBy),
    programme: apart(programme),
    topics: sayTopics(say, topics),
    until: until ? sayUntil(say, until) : '',
    at: startsAt ? sayInstant(say, startsAt) : '',
  }
  const keys = { title: `mail.ask.${kind}.title`, body: `mail.ask.${kind}.body`, link: `mail.ask.${kind}.link` } as const
  const greeting = say('mail.partnership.greeting', { name: apart(called) })
  const body = [greeting, say(keys.body as Key, told), `${say(keys.link as Key)}\n/asks/${id}`].join('\n\n')
  return { title: say(keys.title as Key, told), body }
}

export const askedLetter = (say: Say, facts: AskFacts) => letter(say, facts, 'asked')
export const reminderLetter = (say: Say, facts: AskFacts) => letter(say, facts, 'reminder')
export const answeredLetter = (say: Say, facts: AskFacts) => letter(say, facts, 'answered')
export const nobodyLetter = (say: Say, facts: AskFacts) => letter(say, facts, 'nobody')
export const unmetLetter = (say: Say, facts: AskFacts) => letter(say, facts, 'unmet')
export const noLongerLetter = (say: Say, facts: AskFacts) => letter(say, facts, 'no-longer')
