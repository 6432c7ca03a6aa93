import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Counts } from '#ui/facts'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { AsSheet, Pager, pageOf } from '#ui/pager'
import { type Column, Table } from '#ui/table'
import { When } from '#ui/when'
import { type Correspondent, correspondentsOf } from './correspondent.ts'
import { partnershipFigures } from './figures.ts'
import { apart, sayUntil } from './letters.ts'
import { type PairRow, type PairState, pairStates, pairsOf, unansweredIn } from './pair-reads.ts'
import { limits, type Side } from './partnership.ts'
import { StateTag } from './state-tag.tsx'

type People = ReadonlyMap<string, Correspondent>

/** All pairs of a programme: counts that open to their rows, who waits for a call, and the list as a sheet. */
export async function pairsPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const path = `/programmes/${programme.id}/pairs`
  const figures = await partnershipFigures(db, programme.id)
  const state = pairStates.find((one) => one === query.get('state'))
  const all = pairStates.reduce((sum, one) => sum + figures[one], 0)
  const pages = Math.ceil((state === undefined ? all : figures[state]) / limits.pairsShownMax)
  const page = pageOf(query, pages)
  const pairs = await pairsOf(db, programme.id, { state, page })
  const people = await correspondentsOf(
    db,
    pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]),
  )
  const calls = await callsToMake(db, programme.id)
  const title = say('page.pairs.heading', { programme: apart(programme.name) })
  const body = (
    <>
      <h1>{title}</h1>
      <p>{say('page.pairs.lead', { pairs: all, agreed: figures.agreed })}</p>
      {calls > 0 ? <p>{say('page.pairs.calls', { count: calls })}</p> : null}
      <Counts counts={countsOf(say, path, figures, all)} />
      {pairs.length === 0 ? (
        all > 0 ? (
          <Empty>{say('page.pairs.empty')}</Empty>
        ) : null
      ) : (
        <>
          <Table caption={say('page.pairs.title')} columns={columnsOf(say, people)} rows={pairs} />
          <Pager say={say} path={path} query={query} page={page} pages={pages} label={say('page.pairs.pages')} />
          <AsSheet say={say} path={path} />
        </>
      )}
    </>
  )
  return { title, body, wide: true }
}

/** How many of those who have not answered have no e-mail address. */
async function callsToMake(db: Db, programme: string): Promise<number> {
  const waiting = await unansweredIn(db, programme)
  const people = await correspondentsOf(
    db,
    waiting.map(({ person }) => person),
  )
  return [...people.values()].filter(({ email }) => email === null).length
}

function countsOf(say: Say, path: string, figures: Readonly<Record<PairState, number>>, all: number) {
  const some = pairStates.filter((state) => figures[state] > 0)
  return [
    { href: path, count: say.number(all), label: say('page.pairs.all') },
    ...some.map((state) => ({ href: `${path}?state=${state}`, count: say.number(figures[state]), label: say(`pair.state.${state}`) })),
  ]
}

function columnsOf(say: Say, people: People): Column<PairRow>[] {
  return [
    {
      head: say('label.pair.mentor'),
      rowHead: true,
      cell: (pair) => (
        <a href={`/partnerships/${pair.id}`}>
          <Name name={people.get(pair.mentor)?.fullName ?? ''} />
        </a>
      ),
    },
    { head: say('label.pair.mentee'), cell: (pair) => <Name name={people.get(pair.mentee)?.fullName ?? ''} /> },
    { head: say('label.pair.state'), cell: (pair) => <StateTag say={say} state={pair.state} /> },
    { head: say('label.pair.proposedOn'), cell: (pair) => <When say={say} at={pair.proposedAt} day /> },
    { head: say('label.pair.answerBy'), cell: (pair) => (isOpen(pair) ? <Due say={say} people={people} pair={pair} /> : null) },
  ]
}

const isOpen = ({ state }: PairRow) => state === 'proposed' || state === 'accepted'

function Due({ say, people, pair }: { say: Say; people: People; pair: PairRow }) {
  const silent = (['mentor', 'mentee'] as const satisfies readonly Side[]).filter((side) => pair[`${side}Answer`] === null)
  const toCall = silent.map((side) => people.get(pair[side])).filter((person) => person?.email === null)
  return (
    <>
      {sayUntil(say, pair.answerUntil)}
      {toCall.map((person) => (
        <>
          {' '}
          <Tag kind="wait">
            {say('label.pair.call')}: <Name name={person?.name ?? ''} />
          </Tag>
        </>
      ))}
    </>
  )
}
