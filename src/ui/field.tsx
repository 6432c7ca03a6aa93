import type { Slip, Values } from '#ground/form'
import { textOf, textsOf } from '#ground/form'
import { type Say, sayKey } from '#ground/words'

/** What every field may have. `seen` says in four words who can read it; `again` keeps what was typed, `slips` what to mend. */
export type FieldProps = {
  say: Say
  name: string
  label: string
  hint?: string
  seen?: string
  value?: string | undefined
  again?: { values: Values; slips: readonly Slip[] } | undefined
}

type Choice = { value: string; label: string; hint?: string }

const idOf = (name: string) => `f-${name}`

/** The sentence at a field that is to be mended. */
function slipOf({ say, name, again }: FieldProps): string | undefined {
  const slip = again?.slips.find(({ field }) => field === name)
  return slip === undefined ? undefined : sayKey(say, slip.key, slip.facts)
}

const about = (name: string, slip: string | undefined, hint: string | undefined) =>
  [slip === undefined ? '' : `${idOf(name)}-slip`, hint === undefined ? '' : `${idOf(name)}-hint`].filter(Boolean).join(' ') || undefined

function Above({
  name,
  hint,
  seen,
  slip,
}: {
  name: string
  hint?: string | undefined
  seen?: string | undefined
  slip: string | undefined
}) {
  return (
    <>
      {hint === undefined ? null : (
        <span class="hint" id={`${idOf(name)}-hint`}>
          {hint}
        </span>
      )}
      {seen === undefined ? null : <span class="seen">{seen}</span>}
      {slip === undefined ? null : (
        <span class="slip-text" id={`${idOf(name)}-slip`}>
          {slip}
        </span>
      )}
    </>
  )
}

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'search'
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'tel'
  maxlength?: number
  short?: boolean
  required?: boolean
}

/** A line of text. Numbers are texts too, in any digits. */
export function TextField(props: TextProps) {
  const { name, label, hint, seen, type = 'text', autocomplete, inputmode, maxlength, short, required } = props
  const slip = slipOf(props)
  return (
    <div class={slip === undefined ? 'field' : 'field slip'}>
      <label for={idOf(name)}>{label}</label>
      <Above name={name} hint={hint} seen={seen} slip={slip} />
      <input
        id={idOf(name)}
        name={name}
        type={type}
        dir="auto"
        class={short ? 'short' : undefined}
        value={textOf(props.again?.values, name) ?? props.value ?? ''}
        autocomplete={autocomplete ?? 'off'}
        inputmode={inputmode}
        maxlength={maxlength}
        aria-required={required ? 'true' : undefined}
        aria-invalid={slip === undefined ? undefined : 'true'}
        aria-describedby={about(name, slip, hint)}
      />
    </div>
  )
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { maxlength?: number; rows?: number }) {
  const { name, label, hint, seen, maxlength, rows } = props
  const slip = slipOf(props)
  const value = textOf(props.again?.values, name) ?? props.value ?? ''
  return (
    <div class={slip === undefined ? 'field' : 'field slip'}>
      <label for={idOf(name)}>{label}</label>
      <Above name={name} hint={hint} seen={seen} slip={slip} />
      <textarea
        id={idOf(name)}
        name={name}
        dir="auto"
        rows={rows ?? 4}
        maxlength={maxlength}
        aria-invalid={slip === undefined ? undefined : 'true'}
        aria-describedby={about(name, slip, hint)}
      >
        {/* A browser drops the first line break of a text area; one more keeps what was typed. */}
        {value.startsWith('\n') ? `\n${value}` : value}
      </textarea>
    </div>
  )
}

/** One of many, in a list that opens. */
export function Select(props: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { name, label, hint, seen, choices, empty } = props
  const slip = slipOf(props)
  const value = textOf(props.again?.values, name) ?? props.value ?? ''
  return (
    <div class={slip === undefined ? 'field' : 'field slip'}>
      <label for={idOf(name)}>{label}</label>
      <Above name={name} hint={hint} seen={seen} slip={slip} />
      <select id={idOf(name)} name={name} aria-describedby={about(name, slip, hint)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type ChoicesProps = FieldProps & { choices: readonly Choice[]; row?: boolean }

/** One of a few, all in sight. */
export function Radios(props: ChoicesProps) {
  const value = textOf(props.again?.values, props.name) ?? props.value
  return <Choices {...props} type="radio" ticked={value === undefined ? [] : [value]} />
}

/** Any of a few. */
export function Ticks(props: ChoicesProps & { values?: readonly string[] }) {
  const ticked = props.again ? textsOf(props.again.values, props.name) : (props.values ?? [])
  return <Choices {...props} type="checkbox" ticked={ticked} />
}

function Choices(props: ChoicesProps & { type: 'radio' | 'checkbox'; ticked: readonly string[] }) {
  const { name, label, hint, seen, choices, row, type, ticked } = props
  const slip = slipOf(props)
  return (
    <fieldset class={slip === undefined ? 'field' : 'field slip'} id={idOf(name)} aria-describedby={about(name, slip, hint)}>
      <legend>{label}</legend>
      <Above name={name} hint={hint} seen={seen} slip={slip} />
      <div class={row ? 'choices row' : 'choices'}>
        {choices.map((choice, at) => (
          <div class="choice">
            <input id={`${idOf(name)}-${at}`} type={type} name={name} value={choice.value} checked={ticked.includes(choice.value)} />
            <label for={`${idOf(name)}-${at}`}>
              {choice.label}
              {choice.hint === undefined ? null : <span class="hint">{choice.hint}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** A file from the person's own device; a browser never shows it again after a refusal. */
export function FileField(props: FieldProps & { accept?: string }) {
  const { name, label, hint, seen, accept } = props
  const slip = slipOf(props)
  return (
    <div class={slip === undefined ? 'field' : 'field slip'}>
      <label for={idOf(name)}>{label}</label>
      <Above name={name} hint={hint} seen={seen} slip={slip} />
      <input id={idOf(name)} name={name} type="file" accept={accept} aria-describedby={about(name, slip, hint)} />
    </div>
  )
}
