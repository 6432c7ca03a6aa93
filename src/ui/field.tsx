import { textOf, textsOf } from '#ground/form'
import { about, classOf, type FieldProps, fieldId, Labelled, Lines, labelOf } from './field-lines.tsx'

type Choice = { value: string; label: string; hint?: string }

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'search' | 'url'
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'tel'
  maxlength?: number
  short?: boolean
  required?: boolean
}

/** A line of text, in the direction of what is typed. Numbers are texts too, in any digits. */
export function TextField(props: TextProps) {
  const { name, type = 'text', autocomplete, inputmode, maxlength, short, required } = props
  return (
    <Labelled field={props}>
      <input
        id={fieldId(name)}
        name={name}
        type={type}
        dir="auto"
        class={short ? 'short' : undefined}
        value={textOf(props.again?.values, name) ?? props.value ?? ''}
        autocomplete={autocomplete ?? 'off'}
        inputmode={inputmode}
        maxlength={maxlength}
        aria-required={required ? 'true' : undefined}
        {...about(props)}
      />
    </Labelled>
  )
}

/** Several lines of text. A browser drops the first line break of a text area, so one is always given. */
export function TextArea(props: FieldProps & { maxlength?: number; rows?: number; autocomplete?: 'off' }) {
  const { name, maxlength, rows, autocomplete } = props
  const value = textOf(props.again?.values, name) ?? props.value ?? ''
  return (
    <Labelled field={props}>
      <textarea
        id={fieldId(name)}
        name={name}
        dir="auto"
        rows={rows ?? 4}
        maxlength={maxlength}
        autocomplete={autocomplete}
        {...about(props)}
      >
        {`\n${value}`}
      </textarea>
    </Labelled>
  )
}

/** One of many, in a list that opens; `empty` is its first line while nothing is chosen. */
export function Select(props: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { name, choices, empty } = props
  const value = textOf(props.again?.values, name) ?? props.value ?? ''
  return (
    <Labelled field={props}>
      <select id={fieldId(name)} name={name} {...about(props)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type ChoicesProps = FieldProps & { choices: readonly Choice[]; row?: boolean }

/** One of a few, all in sight; in a `row` when each is a word or two. */
export function Radios(props: ChoicesProps) {
  const value = textOf(props.again?.values, props.name) ?? props.value
  return <Choices field={props} type="radio" ticked={value === undefined ? [] : [value]} />
}

/** Any of a few. */
export function Ticks(props: ChoicesProps & { values?: readonly string[] }) {
  const ticked = props.again ? textsOf(props.again.values, props.name) : (props.values ?? [])
  return <Choices field={props} type="checkbox" ticked={ticked} />
}

/** One box, whose label is the sentence agreed to; sends `yes`, or nothing. */
export function Tick(props: Omit<FieldProps, 'value'> & { ticked?: boolean }) {
  const { name, again, ticked } = props
  const on = again ? textOf(again.values, name) === 'yes' : ticked
  return (
    <div class={classOf(props)}>
      <Lines field={props} />
      <div class="choice">
        <input id={fieldId(name)} type="checkbox" name={name} value="yes" checked={on} {...about(props)} />
        <label for={fieldId(name)}>{labelOf(props)}</label>
      </div>
    </div>
  )
}

type PickedProps = { field: ChoicesProps; type: 'radio' | 'checkbox'; ticked: readonly string[] }

function Choices({ field, type, ticked }: PickedProps) {
  const { name, choices, row } = field
  const { 'aria-describedby': lines } = about(field)
  return (
    <fieldset class={classOf(field)} aria-describedby={lines}>
      <legend>{labelOf(field)}</legend>
      <Lines field={field} />
      <div class={row ? 'choices row' : 'choices'}>
        {choices.map(({ value, label, hint }, at) => {
          const id = at === 0 ? fieldId(name) : `${fieldId(name)}-${at}`
          return (
            <div class="choice">
              <input id={id} type={type} name={name} value={value} checked={ticked.includes(value)} />
              <label for={id}>
                {label}
                {hint === undefined ? null : <span class="hint">{hint}</span>}
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** A file from the person's own device; after a refusal it must be chosen again, and the field says so. */
export function FileField(props: Omit<FieldProps, 'value'> & { accept?: string }) {
  const { say, name, again, accept, hint } = props
  const field = again ? { ...props, hint: [hint, say('ui.file-again')].filter(Boolean).join(' ') } : props
  return (
    <Labelled field={field}>
      <input id={fieldId(name)} name={name} type="file" accept={accept} {...about(field)} />
    </Labelled>
  )
}

/** What a form carries unseen. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
