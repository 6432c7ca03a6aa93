import { found } from '#ground/refusal'
import type { Again, Asked, Page } from '#ground/route'
import type { Say } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Counts } from '#ui/facts'
import { Ticks } from '#ui/field'
import { Card, Notice } from '#ui/notice'
import { namesPeople } from './columns.ts'
import { countsOf, fineOf, type HeldRow, type Import, type ImportCounts, importLimits, type Judgement } from './import.ts'
import { findImport } from './import-reads.ts'
import { ImportNotes, ImportRows, kinds } from './import-rows.page.tsx'
import { judgeImport } from './judge-import.ts'

/** The check before an import, and what came of it after: a sentence, counts that open to their rows, one button. */
export const completeImportPage: Page = async (db, asked, again) => {
  const { say } = asked
  const which = found(await findImport(db, asked.params.import ?? ''))
  const title = which.completion
    ? say('page.import.title-done', { file: which.fileName })
    : say('page.import.title', { file: which.fileName })
  const judgement = which.kept ? await judgeImport(db, which.id) : null
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {which.unkept.length > 0 ? (
        <Notice>{say('page.import.unkept', { headers: say.list(which.unkept.map(apart)), count: which.unkept.length })}</Notice>
      ) : null}
      {which.completion ? <Done say={say} which={which} counts={which.completion} /> : null}
      {judgement === null ? <p>{say('page.import.gone')}</p> : null}
      {judgement && !which.completion ? <Check asked={asked} again={again} which={which} judgement={judgement} /> : null}
      {judgement ? <Behind asked={asked} which={which} judgement={judgement} /> : null}
    </>
  )
  return { title, body }
}

function Done({ say, which, counts }: { say: Say; which: Import; counts: ImportCounts }) {
  const { fresh, changed, same, held, refused } = counts
  return (
    <>
      <p>{say('page.import.done-sentence', { fresh, changed, same, need: held + refused })}</p>
      <p class="deeds">
        <a class="button" href="/programmes">
          {say('page.import.next')}
        </a>
        <a href={`/organisations/${which.organisation}/imports`}>{say('page.import.next-sheet')}</a>
      </p>
    </>
  )
}

type CheckProps = { asked: Asked; again: Again | undefined; which: Import; judgement: Judgement }

function Check({ asked, again, which, judgement }: CheckProps) {
  const { say } = asked
  const counts = countsOf(judgement)
  const fine = fineOf(counts)
  const shown = kinds.filter((kind) => counts[kind] > 0)
  const takeable = judgement.held.filter(({ mayTake }) => mayTake)
  return (
    <>
      <p>{say('page.import.sentence', { fine, need: counts.held + counts.refused })}</p>
      <Counts
        counts={shown.map((kind) => ({
          href: `/imports/${which.id}?rows=${kind}#rows`,
          count: say.number(counts[kind]),
          label: say(`page.import.count.${kind}`),
        }))}
      />
      {fine > 0 && fine === counts.same ? <p>{say('page.import.nothing-changes')}</p> : null}
      <Columns say={say} which={which} judgement={judgement} />
      <form method="post" action={`/imports/${which.id}/completion`}>
        {takeable.length > 0 ? <Held say={say} again={again} rows={takeable} /> : null}
        {fine + takeable.length > 0 ? (
          <p class="deeds">
            <button type="submit">{say('page.import.button', { fine })}</button>
          </p>
        ) : null}
      </form>
    </>
  )
}

function Columns({ say, which, judgement }: { say: Say; which: Import; judgement: Judgement }) {
  const left = judgement.headers.filter((_, at) => judgement.mapping[at] === null || judgement.mapping[at] === 'ignore')
  return (
    <>
      {namesPeople(judgement.mapping) ? null : <Notice kind="bad">{say('page.import.no-name')}</Notice>}
      <p class="small soft">
        {left.length > 0 ? `${say('page.import.left-out', { count: left.length, headers: say.list(left) })} ` : null}
        <a href={`/imports/${which.id}/columns`}>{say('page.import.columns')}</a>
      </p>
    </>
  )
}

/** One decision for all, or one for each where they fit on a page. */
function Held({ say, again, rows }: { say: Say; again: Again | undefined; rows: readonly HeldRow[] }) {
  const choices = rows.map(({ line, name, detail }) => ({
    value: String(line),
    label:
      detail === null
        ? say('page.import.held.row', { line, name: apart(name) })
        : say('page.import.held.row-detail', { line, name: apart(name), detail: apart(detail) }),
  }))
  return (
    <Card>
      <Ticks
        say={say}
        again={again}
        name="takeAll"
        label={say('page.import.held.title')}
        hint={say('page.import.held.why')}
        choices={[{ value: 'yes', label: say('page.import.held.all', { count: rows.length }) }]}
      />
      {rows.length > 1 && rows.length <= importLimits.ticksMax ? (
        <Ticks say={say} again={again} name="take" label={say('page.import.held.some')} choices={choices} />
      ) : null}
    </Card>
  )
}

/** A label is one text without tags, so what was typed is kept apart by the marks that Unicode has for it. */
function apart(typed: string): string {
  return `\u2068${typed}\u2069`
}

function Behind({ asked, which, judgement }: { asked: Asked; which: Import; judgement: Judgement }) {
  const { say } = asked
  const path = `/imports/${which.id}`
  const counts = countsOf(judgement)
  return (
    <>
      <h2>{say('page.import.rows-title')}</h2>
      {counts.held + counts.refused > 0 ? (
        <>
          <p>
            {say('page.import.refused.download')} <a href={`${path}/refused.xlsx`}>{say('ui.as-xlsx')}</a> ·{' '}
            <a href={`${path}/refused.csv`}>{say('ui.as-csv')}</a>
          </p>
          <p class="small soft">{say('page.import.refused.how')}</p>
        </>
      ) : null}
      <ImportNotes say={say} judgement={judgement} />
      <ImportRows asked={asked} path={path} judgement={judgement} among={which.completion ? ['refused', 'held'] : kinds} />
    </>
  )
}
