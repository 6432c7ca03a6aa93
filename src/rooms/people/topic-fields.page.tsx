import { textsOf } from '#ground/form'
import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { TextField, Ticks } from '#ui/field'
import { limits } from './person.ts'
import { readTopic, topicName, topics } from './topics.ts'

const known: ReadonlySet<string> = new Set(topics)
const byName = (say: Say) => (one: string, other: string) => topicName(say, one).localeCompare(topicName(say, other), say.language)

type TopicFieldsProps = {
  say: Say
  again: Again | undefined
  name: 'canHelpWith' | 'wantsHelpWith'
  kept: readonly string[]
  seen: string
}

/** Help given or wanted: the topics that many use, to tick; and a line for any others, in one's own words. */
export function TopicFields({ say, again, name, kept, seen }: TopicFieldsProps) {
  const told = kept.map(readTopic)
  const own = told.filter((topic) => !known.has(topic))
  const ticked = again ? textsOf(again.values, name) : told.filter((topic) => known.has(topic))
  const label = say(`column.${name}`)
  const chosen = say.list([...ticked, ...own].map((topic) => `\u2068${topicName(say, topic)}\u2069`))
  return (
    <details open={again?.slips.some(({ field }) => field === name)}>
      <summary>{chosen === '' ? label : say('page.me.topics-chosen', { label, chosen })}</summary>
      <Ticks
        say={say}
        again={again}
        name={name}
        label={label}
        hint={say('page.me.topics-hint', { max: limits.topicsMax })}
        seen={seen}
        values={ticked}
        choices={topics.toSorted(byName(say)).map((value) => ({ value, label: topicName(say, value) }))}
      />
      <TextField
        say={say}
        again={again}
        name={`${name}Own`}
        label={say('page.me.topics-own')}
        hint={say('page.me.own-hint')}
        value={own.join(say.dir === 'rtl' ? '، ' : ', ')}
        optional
      />
    </details>
  )
}
