import type { Db } from '#ground/db'
import { textOf } from '#ground/form'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type Compared, type Figures, type Method, methods } from '#pairing/compare'
import { findProgramme } from '#programmes/reads'
import { Bars } from '#ui/bars'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { dials, floors, keepOf, keeps } from './choice.ts'
import type { Round } from './round.ts'
import { findRound, provedOf } from './round-reads.ts'

/** How a round chose, with its proof; what the other ways would cost; and, while it waits, the choice of another. */
export async function choicePage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const round = found(await findRound(db, params.round ?? ''))
  const programme = found(await findProgramme(db, round.programme))
  const proved = await provedOf(db, round.id)
  const { compared, frontier = [] } = round.summary
  const { mends } = round.choice
  const body = (
    <>
      <p class="small">
        <a href={`/rounds/${round.id}`}>{say('page.choice.back', { nth: round.nth })}</a> · <Name name={programme.name} />
      </p>
      <h1>{say('page.choice.title', { nth: round.nth })}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say(mends ? 'page.choice.lead.mended' : 'page.choice.lead')}</p>
      {proved !== null && 'pairs' in proved.proof ? (
        <p>
          {say(mends && proved.bonus ? 'page.choice.proved.mended' : 'page.choice.proved', { pairs: proved.proof.pairs })}{' '}
          <a href={`/rounds/${round.id}/proof.csv`}>{say('page.choice.proof')}</a>
        </p>
      ) : null}
      {compared === undefined ? null : <Ways say={say} compared={compared} chosen={round.choice.method} />}
      {frontier.length < 2 ? null : (
        <Bars
          say={say}
          caption={say('page.choice.frontier')}
          heads={[say('page.choice.frontier-floor'), say('page.choice.frontier-matched')]}
          rows={frontier.map(({ floor, matched }) => ({ label: say.number(floor), count: matched }))}
        />
      )}
      {round.end === null ? <ChoiceForm say={say} round={round} formId={formId} again={again} /> : null}
    </>
  )
  return { title: say('page.choice.title', { nth: round.nth }), body }
}

type Way = Figures & { method: Method }

function Ways({ say, compared, chosen }: { say: Say; compared: Compared; chosen: Method }) {
  const columns = [
    {
      head: say('page.choice.way'),
      rowHead: true,
      cell: ({ method }: Way) => (
        <>
          {say(`method.${method}`)} {method === chosen ? <Tag kind="good">{say('page.choice.this-round')}</Tag> : null}
        </>
      ),
    },
    { head: say('page.choice.matched'), number: true, cell: ({ matched }: Way) => say.number(matched) },
    { head: say('page.choice.floor'), number: true, cell: ({ floor }: Way) => (floor === null ? '–' : say.number(floor)) },
    { head: say('page.choice.total'), number: true, cell: ({ total }: Way) => say.number(total) },
    { head: say('page.choice.blocking'), number: true, cell: ({ blocking }: Way) => say.number(blocking) },
  ]
  return (
    <>
      <Table caption={say('page.choice.ways')} columns={columns} rows={methods.map((method) => ({ method, ...compared[method] }))} />
      <p class="soft small">{say('page.choice.ways-meaning')}</p>
    </>
  )
}

type FormProps = { say: Say; round: Round; formId: string; again: Again | undefined }

function ChoiceForm({ say, round, formId, again }: FormProps) {
  const { method, dial, bonus, floor } = round.choice
  const field = (name: 'method' | 'floor' | 'floorPoints' | 'dial' | 'keep') => ({ say, name, label: say(`label.${name}`), again })
  return (
    <form method="post" action={`/rounds/${round.id}/choice`}>
      <h2>{say('page.choice.form')}</h2>
      <p>{say('page.choice.form-lead')}</p>
      <Hidden name="id" value={textOf(again?.values, 'id') ?? formId} />
      <Radios
        {...field('method')}
        value={method}
        choices={methods.map((value) => ({ value, label: say(`method.${value}`), hint: say(`method.${value}.hint`) }))}
      />
      <Radios
        {...field('floor')}
        value={typeof floor === 'number' ? 'points' : floor}
        choices={floors.map((value) => ({ value, label: say(`floor.${value}`) }))}
      />
      <TextField
        {...field('floorPoints')}
        hint={say('page.choice.floorPoints-hint')}
        value={typeof floor === 'number' ? String(floor) : ''}
        inputmode="numeric"
        maxlength={4}
        short
      />
      <Radios {...field('dial')} value={dial} choices={dials.map((value) => ({ value, label: say(`dial.${value}`) }))} />
      <Radios {...field('keep')} value={keepOf(bonus)} choices={keeps.map((value) => ({ value, label: say(`keep.${value}`) }))} />
      <button type="submit">{say('page.choice.run')}</button>
    </form>
  )
}
