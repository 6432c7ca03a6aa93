import type { Db } from '#ground/db'
import { textsOf } from '#ground/form'
import { missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { type Correspondent, correspondentsOf } from '#partnerships/correspondent'
import { programmesSeen } from '#programmes/reads'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { Name } from '#ui/name'
import { Ago } from '#ui/when'
import { type CardKind, type CardRow, cardKinds, limits } from './card.ts'
import { cardsOf } from './card-reads.ts'

const usualAsideDays = '7'

/** The rows behind one card: each with why and since when; those whom a letter helps are ticked, to be written to at once. */
export async function cardPage(db: Db, { say, params, me, formId }: Asked, again?: Again): Promise<View> {
  const kind = cardKinds.find((one) => one === params.card) ?? missing()
  const cards = await cardsOf(db, { programmes: me?.scope.programmes ?? [], organisations: me?.scope.organisations ?? [] })
  const all = cards.find((one) => one.kind === kind)?.rows ?? []
  const rows = all.slice(0, limits.rowsShownMax)
  const people = await correspondentsOf(
    db,
    rows.flatMap((row) => row.people),
  )
  const programmes = new Map((await programmesSeen(db)).map(({ id, name }) => [id, name]))
  const title = say(`card.${kind}`, { count: all.length })
  const picked = again ? textsOf(again.values, 'picks') : null
  const mayWrite = rows.some(({ recipients }) => recipients.length > 0)
  const row = (one: CardRow) => (
    <Row say={say} row={one} people={people} programme={programmes.get(one.programme ?? '') ?? null} now={db.now} picked={picked} />
  )
  const body = (
    <>
      <p class="small">
        <a href="/">{say('page.today.back')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {all.length === 0 ? <Empty>{say('page.card.none')}</Empty> : <p>{say(`card.${kind}.lead`)}</p>}
      {mayWrite ? (
        <form method="post" action="/batches">
          <Hidden name="id" value={formId} />
          <Hidden name="card" value={kind} />
          <div class="choices">{rows.map(row)}</div>
          <button type="submit">{say('page.card.draw')}</button>
          <p class="small soft">{say('page.card.draw-hint')}</p>
        </form>
      ) : (
        <ul>{rows.map(row)}</ul>
      )}
      {all.length > rows.length ? <p class="soft">{say('page.card.more', { count: all.length - rows.length })}</p> : null}
      {rows.length > 0 ? <Asides say={say} kind={kind} rows={rows} people={people} formId={formId} /> : null}
    </>
  )
  return { title, body }
}

type RowProps = {
  say: Say
  row: CardRow
  people: ReadonlyMap<string, Correspondent>
  programme: string | null
  now: Temporal.Instant
  picked: readonly string[] | null
}

const namesOf = (row: CardRow, people: ReadonlyMap<string, Correspondent>) => row.people.map((id) => people.get(id)?.name ?? '–')

function Row({ say, row, people, programme, now, picked }: RowProps) {
  const id = `row-${row.subject}-${row.people[0] ?? ''}`
  const names = namesOf(row, people)
  const calls = row.people.flatMap((one) => people.get(one) ?? []).filter(({ email }) => email === null)
  const isPicked = picked === null || picked.includes(row.subject)
  const who = names.map((name, at) => (
    <>
      {at > 0 ? ' – ' : null}
      <Name name={name} />
    </>
  ))
  const more = (
    <div class="small">
      {sayKey(say, row.why.key, row.why.facts)} {Object.keys(row.why.facts).length > 0 ? null : <Ago say={say} at={row.since} now={now} />}
      {programme === null ? null : (
        <>
          {' · '}
          <Name name={programme} />
        </>
      )}
      {' · '}
      <a href={row.href}>
        {say('page.card.open')}
        <span class="hidden"> {names.join(' – ')}</span>
      </a>
      {calls.map(({ phone }) => (
        <>
          {' · '}
          {say('page.card.call')} <bdi>{phone ?? '–'}</bdi>
        </>
      ))}
    </div>
  )
  if (row.recipients.length === 0) {
    return (
      <li>
        {who}
        {more}
      </li>
    )
  }
  return (
    <div class="choice">
      <input type="checkbox" id={id} name="picks" value={row.subject} checked={isPicked} />
      <div>
        <label for={id}>{who}</label>
        {more}
      </div>
    </div>
  )
}

type AsidesProps = { say: Say; kind: CardKind; rows: readonly CardRow[]; people: ReadonlyMap<string, Correspondent>; formId: string }

/** One row may be set aside for a week: it was talked over, or it can wait. */
function Asides({ say, kind, rows, people, formId }: AsidesProps) {
  return (
    <details>
      <summary>{say('page.card.aside')}</summary>
      <p class="small">{say('page.card.aside-lead')}</p>
      {rows.map((row) => (
        <Button
          action="/set-asides"
          label={namesOf(row, people).join(' – ') || sayKey(say, row.why.key, row.why.facts)}
          kind="quiet"
          little
          fields={{ id: asideId(formId, row.subject), card: kind, subject: row.subject, days: usualAsideDays }}
        />
      ))}
    </details>
  )
}

/** Each button its own form's id: the page's, with the end of the row's. */
const asideId = (formId: string, subject: string) => `${formId.slice(0, 24)}${subject.slice(-12)}`
