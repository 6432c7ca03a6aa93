import { gone } from '#ground/content-keys'
import type { Page } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { type AttributeUse, attributesAsked, myAttributes, type ToldAttribute, takenBack, toldAttributes } from './people-reads.ts'
import type { Attribute } from './person.ts'
import { attributeNames } from './tell-attributes.form.ts'

/** What one tells of oneself for the matcher alone, only where a programme that one is in compares it; and takes back. */
export const tellAttributesPage: Page = async (db, { say, me }, again) => {
  const person = me?.person ?? ''
  const values = await myAttributes(db, person)
  const told = await toldAttributes(db, person)
  const asked = await attributesAsked(db)
  const shown = attributeNames.filter((name) => asked.has(name))
  const body = (
    <>
      <h1>{say('page.attributes.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.attributes.lead')}</p>
      {shown.length === 0 ? <p>{say('page.attributes.none')}</p> : <p>{say('page.attributes.optional')}</p>}
      {shown.length === 0 ? null : (
        <form method="post" action="/me/attributes" autocomplete="off">
          {shown.map((name) => (
            <Hidden name="asked" value={name} />
          ))}
          {shown.map((name) => (
            <TextField
              say={say}
              again={again}
              name={name}
              label={say(`column.${name}`)}
              hint={`${say(`page.attributes.hint.${name}`)} ${howUsed(say, asked.get(name) ?? [])}`}
              seen={say('page.attributes.seen')}
              value={values[name] ?? ''}
              optional
            />
          ))}
          <button type="submit">{say('page.me.save')}</button>
        </form>
      )}
      <Kept say={say} person={person} told={told} values={values} back={await takenBack(db, person)} asked={asked} />
      {told.length > 1 ? <Button action="/me/attributes" label={say('page.attributes.take-all')} kind="quiet" /> : null}
      <p>
        <a href="/me">{say('page.attributes.back')}</a>
      </p>
    </>
  )
  return { title: say('page.attributes.title'), body }
}

/** Each programme with how it compares this; a programme's name is kept apart, since a hint is one text without tags. */
function howUsed(say: Say, uses: readonly AttributeUse[]): string {
  const sentences = uses.flatMap(({ programme, uses: ways }) =>
    ways.map((way) => sayKey(say, `page.attributes.use.${way}`, { programme: `\u2068${programme}\u2069` })),
  )
  return sentences.join(' ')
}

type Row = { attribute: Attribute; told: ToldAttribute } | { attribute: Attribute; backAt: Temporal.Instant }
type KeptProps = {
  say: Say
  person: string
  told: readonly ToldAttribute[]
  values: Partial<Record<Attribute, string>>
  back: readonly { attribute: Attribute; at: Temporal.Instant }[]
  asked: ReadonlyMap<string, unknown>
}

/** What stands of one and since when, each with its button; and what was taken back. */
function Kept({ say, person, told, values, back, asked }: KeptProps) {
  const rows: Row[] = [
    ...told.map((one) => ({ attribute: one.attribute, told: one })),
    ...back.map(({ attribute, at }) => ({ attribute, backAt: at })),
  ]
  if (rows.length === 0) return null
  const since = (row: Row) => {
    if ('backAt' in row) return <When say={say} at={row.backAt} />
    return <When say={say} at={row.told.givenAt} />
  }
  const value = (row: Row) => ('backAt' in row ? '' : <bdi dir="auto">{values[row.attribute] ?? gone}</bdi>)
  const state = (row: Row) => {
    if ('backAt' in row) return say('page.attributes.state.back')
    const whose = row.told.givenBy === person ? say('page.attributes.state.own') : say('page.attributes.state.sheet')
    return asked.has(row.attribute) ? whose : `${whose} ${say('page.attributes.not-asked')}`
  }
  const button = (row: Row) =>
    'backAt' in row ? null : (
      <Button
        action={`/me/attributes/${row.attribute}/taking-back`}
        label={say('page.attributes.take-back')}
        kind="quiet"
        little
        of={say(`column.${row.attribute}`)}
      />
    )
  return (
    <>
      <h2>{say('page.attributes.kept')}</h2>
      <p>{say('page.attributes.kept-lead')}</p>
      <Table
        caption={say('page.attributes.kept')}
        quiet
        rows={rows}
        columns={[
          { head: say('page.attributes.head.what'), rowHead: true, cell: ({ attribute }) => say(`column.${attribute}`) },
          { head: say('page.attributes.head.value'), cell: value },
          { head: say('page.attributes.head.state'), cell: state },
          { head: say('label.since'), cell: since },
          { head: say('page.attributes.take-back'), cell: button },
        ]}
      />
    </>
  )
}
