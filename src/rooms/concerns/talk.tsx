import type { Say } from '#ground/words'
import { When } from '#ui/when'
import type { Message } from './reads.ts'

type TalkProps = {
  say: Say
  messages: readonly Message[]
  /** The officer's name, where the reader may know which one it was. */
  nameOf: (person: string) => string | null
}

/** What was written between who raised a concern and its officers, in order. */
export function Talk({ say, messages, nameOf }: TalkProps) {
  if (messages.length === 0) return null
  return (
    <>
      <h2>{say('page.concern.talk')}</h2>
      {messages.map(({ side, by, at, text }) => {
        const name = by === null ? null : nameOf(by)
        return (
          <>
            <p class="small soft">
              {name === null ? say(`concern.side.${side}`) : <bdi>{name}</bdi>} · <When say={say} at={at} />
            </p>
            <p class="letter" dir="auto">
              {text}
            </p>
          </>
        )
      })}
    </>
  )
}
