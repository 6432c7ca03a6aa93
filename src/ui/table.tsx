import type { Markup } from '#ground/route'

export type Column<Row> = { head: string; cell: (row: Row) => Markup; number?: boolean; rowHead?: boolean }

type TableProps<Row> = {
  caption: string
  /** Leaves the caption to screen readers, where a heading just above says the same. */
  quiet?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

/** Rows under headings; on a telephone each row is a card that carries its headings with it. */
export function Table<Row>({ caption, quiet, columns, rows }: TableProps<Row>) {
  return (
    <section class="scroll" aria-label={caption} tabindex={0}>
      <table class="stack">
        <caption class={quiet ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.number ? 'number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { head, cell, number, rowHead } = column
  if (rowHead) return <th scope="row">{cell(row)}</th>
  return (
    <td class={number ? 'number' : undefined} data-label={head}>
      <div>{cell(row)}</div>
    </td>
  )
}
