import type { Child } from 'hono/jsx'
import type { Slip, Values } from '#ground/form'
import { type Say, sayKey } from '#ground/words'

/** What every field may have. `seen` says in four words who can read it; `again` keeps what was typed and says what to mend. */
export type FieldProps = {
  say: Say
  name: string
  label: string
  hint?: string | undefined
  seen?: string | undefined
  value?: string | undefined
  optional?: boolean | undefined
  again?: { values: Values; slips: readonly Slip[] } | undefined
}

/** The id of a field's box, or of the first of its choices: where the error summary leads. */
export const fieldId = (name: string) => `f-${name}`

/** The sentence at a field that is to be mended. */
export function slipOf({ say, name, again }: FieldProps): string | undefined {
  const slip = again?.slips.find(({ field }) => field === name)
  return slip === undefined ? undefined : sayKey(say, slip.key, slip.facts)
}

export const classOf = (field: FieldProps) => (slipOf(field) === undefined ? 'field' : 'field slip')

export const labelOf = ({ say, label, optional }: FieldProps) => (optional ? say('ui.optional', { label }) : label)

/** What a screen reader is told of a box besides its label. */
export function about(field: FieldProps): { 'aria-invalid'?: 'true'; 'aria-describedby'?: string } {
  const slip = slipOf(field) !== undefined
  const id = fieldId(field.name)
  const lines = [field.hint ? `${id}-hint` : '', field.seen ? `${id}-seen` : '', slip ? `${id}-slip` : ''].filter(Boolean)
  return { ...(slip ? { 'aria-invalid': 'true' } : {}), ...(lines.length > 0 ? { 'aria-describedby': lines.join(' ') } : {}) }
}

/** The lines between a label and its box: a hint, who can see it, what to mend. */
export function Lines({ field }: { field: FieldProps }) {
  const { say, name, hint, seen } = field
  const slip = slipOf(field)
  const id = fieldId(name)
  return (
    <>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {seen ? (
        <a class="seen" id={`${id}-seen`} href="/who-sees-what">
          {seen}
        </a>
      ) : null}
      {slip === undefined ? null : (
        <span class="slip-text" id={`${id}-slip`}>
          {say('ui.slip-at-field', { sentence: slip })}
        </span>
      )}
    </>
  )
}

/** A label, its lines, and one box. */
export function Labelled({ field, children }: { field: FieldProps; children?: Child }) {
  return (
    <div class={classOf(field)}>
      <label for={fieldId(field.name)}>{labelOf(field)}</label>
      <Lines field={field} />
      {children}
    </div>
  )
}
