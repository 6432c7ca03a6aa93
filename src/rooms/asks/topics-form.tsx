import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { topicName, topics } from '#people/topics'
import { Select, Ticks } from '#ui/field'
import type { Ask } from './reads.ts'
import { understand } from './understand.ts'

/** What was understood, and from which words; to be ticked off, or another chosen. */
export function TopicsForm({ say, ask, again }: { say: Say; ask: Ask; again: Again | undefined }) {
  const understood = new Map(understand(ask.text ?? '').map(({ topic, from }) => [topic as string, from]))
  const offered = [...new Set([...ask.topics, ...understood.keys()])]
  const choices = offered.map((topic) => {
    const from = understood.get(topic)
    const hint = from === undefined ? {} : { hint: say('page.ask.topics-from', { words: from.join(' … ') }) }
    return { value: topic, label: topicName(say, topic), ...hint }
  })
  const others = topics.filter((topic) => !offered.includes(topic)).map((topic) => ({ value: topic, label: topicName(say, topic) }))
  const inOrder = others.sort((a, b) => a.label.localeCompare(b.label, say.language))
  return (
    <form method="post" action={`/asks/${ask.id}/topics`} autocomplete="off">
      <h2>{say('page.ask.topics')}</h2>
      {choices.length > 0 ? (
        <Ticks say={say} name="topics" label={say('page.ask.topics-understood')} choices={choices} values={ask.topics} again={again} />
      ) : null}
      <Select
        say={say}
        name={choices.length > 0 ? 'other' : 'topics'}
        label={say(choices.length > 0 ? 'page.ask.topics-other' : 'page.ask.topics-choose')}
        choices={inOrder}
        empty={say('page.ask.topics-empty')}
        again={again}
      />
      <button type="submit" class="second">
        {say('page.ask.topics-change')}
      </button>
    </form>
  )
}
