import { latinDigits, textOf } from '#ground/form'
import type { Again, Markup } from '#ground/route'
import { languages, type Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Select, TextArea, TextField, Tick } from '#ui/field'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import type { Texts } from './pathway-forms.ts'

/** One field of a part of the pathway: how it is drawn, and what stands in it now. */
export type EditField = { name: string; label: string; value: string; hint?: string; optional?: boolean } & (
  | { draws: 'line' | 'whole' }
  | { draws: 'text'; charsMax: number }
  | { draws: 'select'; choices: readonly { value: string; label: string }[] }
  | { draws: 'tick' }
)

type TextsAsked = { charsMax?: number; hint?: string; optional?: boolean; line?: boolean }

/** A text in each language, a field each; English is always asked. */
export function textFields(say: Say, name: string, label: string, texts: Texts | undefined, asked: TextsAsked = {}): EditField[] {
  const { charsMax = 600, hint, optional = false, line } = asked
  return languages.map((language) => ({
    name: `${name}-${language}`,
    label: say(`page.pathway.in.${language}`, { label }),
    value: texts?.[language] ?? '',
    optional: optional || language !== 'en',
    ...(hint && language === 'en' ? { hint } : {}),
    ...(line ? { draws: 'line' as const } : { draws: 'text' as const, charsMax }),
  }))
}

type EditProps = {
  say: Say
  action: string
  version: number
  fields: readonly EditField[]
  again: Again | undefined
  formId: string
  label: string
  /** What the form tells besides. */
  hidden?: Readonly<Record<string, string>>
  children?: Markup
}

export const isStale = (again: Again | undefined) => again?.slips.some(({ key }) => key === 'refusal.programmes.pathwayChanged') ?? false

/** A form for one part of the pathway. After a colleague changed it meanwhile, both texts stand side by side, and saving again decides. */
export function EditForm({ say, action, version, fields, again, formId, label, hidden = {}, children }: EditProps) {
  const drawnFrom = again && !isStale(again) ? (textOf(again.values, 'version') ?? String(version)) : String(version)
  const labels = Object.fromEntries(fields.map((field) => [field.name, field.label]))
  return (
    <>
      <ErrorSummary say={say} again={again} labels={labels} />
      {again && isStale(again) ? <Theirs say={say} fields={fields} again={again} /> : null}
      <form method="post" action={action}>
        <Hidden name="version" value={drawnFrom} />
        <Hidden name="id" value={textOf(again?.values, 'id') ?? formId} />
        {Object.entries(hidden).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        {fields.map((field) => (
          <Drawn say={say} field={field} again={again} />
        ))}
        {children}
        <button type="submit">{label}</button>
      </form>
    </>
  )
}

function Drawn({ say, field, again }: { say: Say; field: EditField; again: Again | undefined }) {
  const { name, label, value, hint, optional } = field
  const props = { say, name, label, value, hint, optional, again }
  if (field.draws === 'text') return <TextArea {...props} rows={field.charsMax > 600 ? 5 : 2} maxlength={field.charsMax} />
  if (field.draws === 'select') return <Select {...props} choices={field.choices} />
  if (field.draws === 'tick') return <Tick say={say} name={name} label={label} hint={hint} again={again} ticked={value === 'yes'} />
  return <TextField {...props} short={field.draws === 'whole'} {...(field.draws === 'whole' ? { inputmode: 'numeric' as const } : {})} />
}

/** What a colleague put in force meanwhile, beside what was typed here, where the two differ. */
function Theirs({ say, fields, again }: { say: Say; fields: readonly EditField[]; again: Again }) {
  const typed = ({ name }: EditField) => (textOf(again.values, name) ?? '').trim()
  const rows = fields.filter((field) => latinDigits(typed(field)) !== latinDigits(field.value))
  const said = (field: EditField, value: string) => {
    if (field.draws === 'tick') return say(value === 'yes' ? 'page.pathway.yes' : 'page.pathway.no')
    if (field.draws === 'select') return field.choices.find((one) => one.value === value)?.label ?? value
    return <span dir="auto">{value === '' ? '–' : value}</span>
  }
  return (
    <Notice kind="wait">
      <Table
        caption={say('page.pathway.both')}
        rows={rows}
        columns={[
          { head: say('page.pathway.what'), rowHead: true, cell: ({ label }) => label },
          { head: say('page.pathway.theirs'), cell: (field) => said(field, field.value) },
          { head: say('page.pathway.yours'), cell: (field) => said(field, typed(field)) },
        ]}
      />
    </Notice>
  )
}
