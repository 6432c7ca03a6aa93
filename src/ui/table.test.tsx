import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Table } from './table.tsx'

type Row = { name: string; minutes: number }
const rows: Row[] = [{ name: '<i>Farid</i>', minutes: 90 }]

test('Each cell carries the name of its column, for when a row becomes a card.', () => {
  const drawn = String(
    <Table
      caption="Everyone"
      columns={[
        { head: 'Name', rowHead: true, cell: (row: Row) => row.name },
        { head: 'Minutes "logged"', number: true, cell: (row: Row) => row.minutes },
      ]}
      rows={rows}
    />,
  )
  assert.match(drawn, /<caption>Everyone<\/caption>/)
  assert.match(drawn, /<th scope="row">&lt;i&gt;Farid&lt;\/i&gt;<\/th>/)
  assert.match(drawn, /<td class="number" data-label="Minutes &quot;logged&quot;"><div>90<\/div><\/td>/)
})
