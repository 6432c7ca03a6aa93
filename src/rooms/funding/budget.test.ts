import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { doorOf } from '#people/web.testing'
import { testHouse } from '#testing/house'
import { dollars, givenPilot, spent } from './funding.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, web)
const budget = { bytesMax: 14_000, elementsMax: 900 }

test('Filled to their limits, in Dari, all pages of the room keep the budget of every page.', async () => {
  const given = await givenPilot(house)
  for (let nth = 0; nth < 7; nth += 1) {
    const other = await given.signed(dollars(100))
    for (let at = 0; at < 3; at += 1) await given.planned(other, dollars(10), `شرط ${nth} `.repeat(50))
  }
  const commitment = await given.signed(dollars(7_000))
  let tranche = ''
  for (let nth = 0; nth < 24; nth += 1) {
    tranche = await given.planned(commitment, dollars(10), `شرط ${nth} `.repeat(50), `2026-03-${String(nth + 1).padStart(2, '0')}`)
    await given.received({ amount: BigInt(nth + 1) * 100n, reference: `مرجع ${nth} `.repeat(12) })
    await given.pledged(dollars(nth + 5))
  }
  let contribution = ''
  for (let nth = 0; nth < 20; nth += 1) contribution = await given.offered(given.donor.id)
  await spent(house, given, 22)
  const holder = await given.holder()
  const { receipt } = await given.paid(holder)
  const ids: Record<string, string> = { bank: given.bank.id, funder: given.donor.id, commitment, tranche, contribution, receipt }
  const browser = await browserOf(given.keeper, 'fa-AF')
  const paths = web
    .filter(({ does }) => does === 'page')
    .map(({ path }) => path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? ''))
  for (const path of [...paths, `/funders/${given.client.id}`, `/banks/${given.bank.id}/payments?for=${holder}`]) {
    const { status, text, bytes: whole } = await browser.get(path)
    assert.equal(status, 200, path)
    const bytes = brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
    const elements = text.match(/<[a-z][^\s>/]*/gi)?.length ?? 0
    assert.ok(bytes <= budget.bytesMax && elements <= budget.elementsMax, `${path}: ${bytes} bytes, ${elements} elements`)
  }
})
