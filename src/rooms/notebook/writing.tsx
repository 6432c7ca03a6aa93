import { textOf } from '#ground/form'
import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, TextArea } from '#ui/field'
import { When } from '#ui/when'
import type { Draft } from './note.ts'

type Writing = {
  say: Say
  again: Again | undefined
  action: string
  /** Where what is typed is kept as a draft; sent there without a text, the draft goes. */
  draftAction: string
  /** What the form carries unseen, its own id among it. */
  fields: Readonly<Record<string, string>>
  label: string
  seen: string
  charsMax: number
  rows: number
  value?: string
  draft: Draft | undefined
  save: string
  /** On hold nothing is sent, and what is typed can be kept as a draft all the same. */
  isOnHold?: boolean
}

/**
 * A text, and two things to do with it. Neither the form history nor the session file of a browser keeps what is typed here, since a
 * telephone may be shared: whoever is interrupted keeps a draft, which is sealed for them alone.
 */
export function Writing(props: Writing) {
  const { say, again, action, draftAction, fields, label, seen, charsMax, rows, value, draft, save, isOnHold } = props
  return (
    <div class="card">
      <form method="post" action={action} autocomplete="off">
        {Object.entries(fields).map(([name, one]) => (
          <Hidden name={name} value={one} />
        ))}
        {draft ? (
          <p class="small">
            {say('page.notebook.draft-of')} <When say={say} at={draft.at} />
          </p>
        ) : null}
        <TextArea
          say={say}
          again={again}
          name="text"
          label={label}
          seen={seen}
          value={draft?.text ?? value}
          maxlength={charsMax}
          rows={rows}
          autocomplete="off"
        />
        {isOnHold ? null : <p class="small soft">{say('page.notebook.no-signal')}</p>}
        <div class="deeds">
          {isOnHold ? null : <button type="submit">{save}</button>}
          <button type="submit" class="second" formaction={draftAction}>
            {say('page.notebook.keep-draft')}
          </button>
        </div>
      </form>
      {draft ? (
        <div class="deeds">
          <Button action={draftAction} label={say('page.notebook.drop-draft')} fields={{ ...fields, text: '' }} kind="quiet" little />
        </div>
      ) : null}
    </div>
  )
}

/** What was typed where nothing can be sent any more, to be copied from the page. */
export function Typed({ say, again }: { say: Say; again: Again | undefined }) {
  const text = textOf(again?.values, 'text') ?? ''
  if (text === '') return null
  return (
    <>
      <h2>{say('page.notebook.typed')}</h2>
      <p class="written card" dir="auto">
        {text}
      </p>
    </>
  )
}
