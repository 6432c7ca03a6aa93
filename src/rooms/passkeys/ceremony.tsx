import type { Markup } from '#ground/route'
import type { Say } from '#ground/words'
import { Notice } from '#ui/notice'
import { slipIn } from './passkey.ts'

type CeremonyProps = {
  say: Say
  /** Where the answer goes, by an ordinary form. */
  action: string
  asks: 'create' | 'get'
  options: unknown
  label: string
  /** Asked at once, where the person has just pressed a button for it. */
  now?: boolean
  children?: Markup
}

/** Asks the browser for a passkey: the script fills the field and sends the form. What holds without script is what is seen without it. */
export function Ceremony({ say, action, asks, options, label, now, children }: CeremonyProps) {
  return (
    <>
      <NeedsScript say={say} />
      <div hidden data-passkey-when="stopped">
        <Notice kind="wait">
          <p>{say('passkeys.stopped')}</p>
        </Notice>
      </div>
      <div hidden data-passkey-when="known">
        <form method="post" action={action}>
          <input type="hidden" name="answer" data-asks={asks} data-options={JSON.stringify(options)} data-now={now ? 'yes' : undefined} />
          {children}
          <button type="submit">{label}</button>
        </form>
      </div>
    </>
  )
}

/** What somebody reads whose browser runs no script, or knows no passkeys. */
export function NeedsScript({ say }: { say: Say }) {
  return (
    <>
      <div data-passkey-when="off">
        <Notice>
          <p>{say('passkeys.off')}</p>
        </Notice>
      </div>
      <div hidden data-passkey-when="unknown">
        <Notice>
          <p>{say('passkeys.unknown')}</p>
        </Notice>
      </div>
    </>
  )
}

/** Why the last answer was not taken. */
export function Slipped({ say, query }: { say: Say; query: URLSearchParams }) {
  const slip = slipIn(query)
  return slip === undefined ? null : (
    <Notice kind="bad">
      <p>{say(`slip.passkey.${slip}`)}</p>
    </Notice>
  )
}
