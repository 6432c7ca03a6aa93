import type { Say } from '#ground/words'
import { Notice } from '#ui/notice'
import { apart, sayTopics } from './letters.ts'
import type { Ask } from './reads.ts'

/** What was written, line by line, as it was written. */
export function Written({ text }: { text: string }) {
  return (
    <Notice>
      <p dir="auto">
        {text.split('\n').map((line, at) => (
          <>
            {at === 0 ? null : <br />}
            {line}
          </>
        ))}
      </p>
    </Notice>
  )
}

/** What who is asked reads: who asks, with what, and the text. Drawn for them, and before for the asker. */
export function AskedWords({ say, name, ask }: { say: Say; name: string; ask: Ask }) {
  return (
    <>
      <p>{say('page.ask.asked.who', { name: apart(name), topics: sayTopics(say, ask.topics) })}</p>
      {ask.text === null ? null : <Written text={ask.text} />}
    </>
  )
}

export function AskedPreview({ say, name, ask }: { say: Say; name: string; ask: Ask }) {
  return (
    <>
      <h2>{say('page.ask.preview')}</h2>
      <AskedWords say={say} name={name} ask={ask} />
      <p class="soft small">{say('page.ask.preview-seen')}</p>
    </>
  )
}
