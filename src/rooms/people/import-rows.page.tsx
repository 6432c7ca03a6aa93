import type { Asked, Markup } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { Pager, pageOf } from '#ui/pager'
import { type Column, Table } from '#ui/table'
import { countsOf, type ImportCounts, importLimits, type Judgement } from './import.ts'

type Kind = keyof ImportCounts

/** In the order of what needs somebody first. */
export const kinds: readonly Kind[] = ['refused', 'held', 'changed', 'fresh', 'same']

type Line = { line: number; cells: Markup[] }

/** The rows behind one of the counts, a page at a time: the one asked for, else the first with rows. */
export function ImportRows(props: { asked: Asked; path: string; judgement: Judgement; among: readonly Kind[] }) {
  const { asked, path, judgement, among } = props
  const { say, query } = asked
  const counts = countsOf(judgement)
  const filled = among.filter((kind) => counts[kind] > 0)
  const kind = filled.find((one) => one === query.get('rows')) ?? filled[0]
  if (kind === undefined) return null
  const { heads, lines } = listed(say, judgement, kind)
  const pages = Math.ceil(lines.length / importLimits.rowsAPageMax)
  const page = pageOf(query, pages)
  const onPage = lines.slice((page - 1) * importLimits.rowsAPageMax, page * importLimits.rowsAPageMax)
  const columns: Column<Line>[] = [
    { head: say('page.import.head.row'), rowHead: true, cell: ({ line }) => say.number(line) },
    ...heads.map((head, at) => ({ head, cell: ({ cells }: Line) => cells[at] })),
  ]
  return (
    <section id="rows">
      <Table caption={say(`page.import.rows.${kind}`)} columns={columns} rows={onPage} />
      <Pager say={say} path={path} query={query} page={page} pages={pages} label={say('page.import.pages')} />
    </section>
  )
}

function listed(say: Say, judgement: Judgement, kind: Kind): { heads: string[]; lines: Line[] } {
  if (kind === 'refused') return refusedLines(say, judgement)
  if (kind === 'held') return heldLines(say, judgement)
  if (kind === 'changed') return changedLines(say, judgement)
  const lines = judgement[kind].map(({ row }) => {
    const { line, profile } = row
    return { line, cells: [text(profile.fullName), text(profile.code ?? ''), text(profile.unit ?? '')] }
  })
  return { heads: [say('page.import.head.person'), say('column.code'), say('column.unit')], lines }
}

function refusedLines(say: Say, { refused }: Judgement) {
  const lines = refused.flatMap(({ line, faults }) =>
    faults.map(({ field, given, key, facts }) => ({
      line,
      cells: [field === null ? '' : sayKey(say, `column.${field}`), text(given), text(sayKey(say, key, facts))],
    })),
  )
  return { heads: [say('page.import.head.field'), say('page.import.head.given'), say('page.import.head.mend')], lines }
}

function heldLines(say: Say, { held }: Judgement) {
  const lines = held.map(({ line, name, why }) => ({ line, cells: [text(name), text(sayKey(say, why.key, why.facts))] }))
  return { heads: [say('page.import.head.person'), say('page.import.head.why')], lines }
}

function changedLines(say: Say, { changed }: Judgement) {
  const lines = changed.flatMap(({ row, person, differences }) =>
    differences.map(({ field, before, after }) => ({
      line: row.line,
      cells: [text(person.profile.fullName), sayKey(say, `column.${field}`), text(shown(say, before)), text(shown(say, after))],
    })),
  )
  const heads = ['page.import.head.person', 'page.import.head.field', 'page.import.head.now', 'page.import.head.given'] as const
  return { heads: heads.map((head) => say(head)), lines }
}

function shown(say: Say, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return say.number(value)
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return say.list(value)
  return say('page.import.other-value')
}

function text(words: string): Markup {
  return <bdi dir="auto">{words}</bdi>
}

/** What was taken otherwise than it stands: of the file, then of single rows, up to `notesMax`. */
export function ImportNotes({ say, judgement }: { say: Say; judgement: Judgement }) {
  const ofFile = judgement.notes.map(({ key, facts }) => sayKey(say, key, facts))
  const ofRows = judgement.rowNotes.map(({ line, note }) => say('page.import.row-note', { line, note: sayKey(say, note.key, note.facts) }))
  const sentences = [...ofFile, ...ofRows].slice(0, importLimits.notesMax)
  if (sentences.length === 0) return null
  return (
    <details>
      <summary>{say('page.import.notes')}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li dir="auto">{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
