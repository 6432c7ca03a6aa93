import type { Say } from '#ground/words'
import { Notice } from '#ui/notice'
import type { Officer } from './reads.ts'

const apart = (text: string) => `\u2068${text}\u2069`

/** Officers of the whole organisation by name; those of one programme are named as such. */
export function namesOf(say: Say, officers: readonly Officer[]): string {
  const names = new Map<string, string>()
  for (const { person, name, programme } of officers) {
    const isWide = officers.some((one) => one.person === person && one.programme === null)
    names.set(person, programme === null || isWide ? apart(name) : say('page.concern.of-programme', { name: apart(name) }))
  }
  return say.list([...names.values()])
}

/** Who reads a concern, before it is written: by name; or that nobody is there to read it, and what happens then. */
export function WhoReads({ say, officers }: { say: Say; officers: readonly Officer[] }) {
  const hasNames = officers.length > 0
  return (
    <>
      {hasNames ? <p>{say('page.concern.who', { names: namesOf(say, officers) })}</p> : null}
      {officers.some(({ programme }) => programme === null) ? null : (
        <Notice kind="bad">
          <p>{say(hasNames ? 'page.concern.nobody-wide' : 'page.concern.nobody')}</p>
        </Notice>
      )}
    </>
  )
}

/** Whom to call now, as the organisation's officers wrote it. */
export function Helplines({ say, text }: { say: Say; text: string | null }) {
  return (
    <Notice kind="wait">
      <p>{say(text === null ? 'page.concern.help-none' : 'page.concern.help')}</p>
      {text === null ? null : (
        <p class="letter" dir="auto">
          {text}
        </p>
      )}
    </Notice>
  )
}
