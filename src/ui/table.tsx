import type { Markup } from '#ground/route'

export type Column<Row> = { head: string; cell: (row: Row) => Markup; number?: boolean; rowHead?: boolean }

/** Rows under headings; on a telephone each row is a card that carries its headings with it. */
export function Table<Row>({ caption, columns, rows }: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[] }) {
  return (
    <table class="stack">
      <caption>{caption}</caption>
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
            {columns.map((column) =>
              column.rowHead ? (
                <th scope="row">{column.cell(row)}</th>
              ) : (
                <td class={column.number ? 'number' : undefined} data-label={column.head}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
