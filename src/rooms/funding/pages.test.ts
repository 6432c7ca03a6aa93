import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allot } from '#hours/allot'
import { closePeriod } from '#hours/close-period'
import { doorOf } from '#people/web.testing'
import { untouched, wordsOf } from '#programmes/browser.testing'
import { testHouse } from '#testing/house'
import { day, givenFunded, givenPilot, newId, spent } from './funding.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, web)

test('The bank’s money and each funder’s are said in a sentence, and every number leads to its rows.', async () => {
  const given = await givenPilot(house)
  await spent(house, given, 3)
  const browser = await browserOf(given.keeper)
  const money = await browser.get(`/banks/${given.bank.id}/money`)
  assert.equal(money.status, 200)
  assert.match(
    wordsOf(money.text),
    /588,920 AFN has come in: 7,200 AFN of it is spent and 0 AFN reserved, and 581,720 AFN can still be reserved/,
  )
  for (const part of ['pledges', 'commitments', 'receipts']) {
    assert.ok(money.text.includes(`/funders/${given.donor.id}#${part}"`), part)
  }
  const funder = await browser.get(`/funders/${given.donor.id}`)
  const words = wordsOf(funder.text)
  assert.match(words, /Nordlys has paid 488,200 AFN: 5,040 AFN of it is spent/)
  assert.match(words, /Received 7,000 USD Spent 71.09 USD Not yet spent 6,928.91 USD/)
  assert.match(words, /8,100 AFN less than at the rate of the first\. That is 9\.64 hours/)
  for (const part of ['pledges', 'commitments', 'receipts', 'in-kind', 'returns']) assert.ok(funder.text.includes(`id="${part}"`), part)
})

test('How long the money lasts is said first, drawn, and told in a table.', async () => {
  const given = await givenPilot(house)
  const browser = await browserOf(given.keeper)
  const before = wordsOf((await browser.get(`/banks/${given.bank.id}/runway`)).text)
  assert.match(before, /money for 0 more hours; then that of Client is used up\. Nothing was confirmed in the last 8 weeks, so no day/)
  await spent(house, given, 4)
  const holder = await given.holder()
  await given.paid(holder, 64_800)
  const { text } = await browser.get(`/banks/${given.bank.id}/runway`)
  const words = wordsOf(text)
  assert.match(words, /money for 408\.5 more hours; then that of Chamber is used up\. At the present pace, 1 hour a week, it lasts until/)
  assert.match(text, /<svg[^>]*role="img"[^>]*><title/)
  assert.match(words, /Chamber Ends first 98,080 AFN 20% 408\.67/)
})

test('A form that has nothing to mend is shown once, changed with all that was typed, and kept once.', async () => {
  const given = await givenFunded(house)
  const browser = await browserOf(given.keeper)
  const path = `/funders/${given.donor.id}/receipts`
  const typed = {
    amount: '۴٬۰۰۰',
    currency: 'usd',
    rate: '70.90',
    rateSource: 'DAB',
    valueDate: '2026-02-03',
    reference: 'S <1>',
    payer: 'N',
  }
  const form = { ...untouched((await browser.get(path)).text, path), ...typed }
  const shown = await browser.post(path, form)
  assert.equal(shown.status, 200)
  assert.doesNotMatch(shown.text, /<title>Error/)
  assert.match(wordsOf(shown.text), /Paid 4,000 USD Rate 1 USD = 70\.90 AFN, by DAB Comes to 283,600 AFN/)
  const kept = untouched(shown.text, path)
  const changed = await browser.post(path, { ...kept, look: 'change' })
  assert.equal(changed.status, 200)
  assert.match(changed.text, /value="۴٬۰۰۰"/)
  const [first, again] = [await browser.post(path, { ...kept, look: 'keep' }), await browser.post(path, { ...kept, look: 'keep' })]
  assert.deepEqual([first.status, again.status, first.to], [303, 303, again.to])
  assert.match(wordsOf((await browser.get(first.to)).text), /Receipt 1 .*4,000 USD/)
})

test('What cannot be read is named at its field, all at once, and what was typed is kept.', async () => {
  const given = await givenFunded(house)
  const browser = await browserOf(given.keeper)
  const path = `/funders/${given.donor.id}/receipts`
  const form = untouched((await browser.get(path)).text, path)
  const right = { amount: '4000', currency: 'USD', rate: '70.9', rateSource: 'DAB', valueDate: '2026-02-03', reference: 'R', payer: 'N' }
  const told = async (fields: object) => wordsOf((await browser.post(path, { ...form, ...right, ...fields })).text)
  assert.match(await told({ amount: '-5' }), /leave the minus away/)
  assert.match(await told({ amount: '' }), /Write the amount/)
  assert.match(await told({ amount: '0' }), /above nothing/)
  assert.match(await told({ amount: '10.005' }), /more digits after the mark|one and a fifth/)
  assert.match(await told({ amount: '1.5', currency: 'JPY' }), /more digits after the mark/)
  assert.match(await told({ amount: 'four' }), /could not read the amount/)
  assert.match(await told({ amount: '9'.repeat(17) }), /more money than there is/)
  assert.match(await told({ currency: 'XYZ' }), /do not know this currency/)
  assert.match(await told({ rate: '0' }), /A rate is above nothing/)
  assert.match(await told({ rate: 'seventy' }), /could not read the rate/)
  assert.match(await told({ rate: '' }), /how many AFN were given for one USD/)
  const all = await told({ amount: 'x', currency: 'ZZ', rate: '0', valueDate: '?', reference: ' ', payer: '' })
  assert.match(all, /6 things need you/)
})

test('2⁵³ + 1 typed in a form stands in the sheet to the last digit.', async () => {
  const given = await givenFunded(house)
  const browser = await browserOf(given.keeper)
  const path = `/funders/${given.chamber.id}/receipts`
  const typed = { amount: '90,071,992,547,409.93', currency: 'USD', rate: '100', rateSource: 'X', valueDate: '2026-02-03' }
  const form = { ...untouched((await browser.get(path)).text, path), ...typed, reference: '=1+1', payer: 'N', look: 'keep' }
  assert.equal((await browser.post(path, form)).status, 303)
  const { text } = await browser.get(`/banks/${given.bank.id}/money.csv`)
  assert.match(text, /,90071992547409\.93,USD,100,X,9007199254740993\.00,/)
  assert.match(text, /'=1\+1/)
  assert.equal((await browser.get(`/banks/${given.bank.id}/money.xlsx`)).status, 200)
})

test('A closed day is said before the money is kept.', async () => {
  const given = await givenFunded(house)
  await house.writeAs(given.coordinator, (tx) => closePeriod(tx, { id: newId(), bank: given.bank.id, through: day('2026-03-31') }))
  const browser = await browserOf(given.keeper)
  const path = `/funders/${given.donor.id}/receipts`
  const typed = { amount: '4000', rate: '70.9', rateSource: 'DAB', valueDate: '2026-03-03', reference: 'R' }
  const shown = await browser.post(path, { ...untouched((await browser.get(path)).text, path), ...typed })
  assert.match(wordsOf(shown.text), /Everything up to 31 March 2026 is closed\. It is entered on 1 April 2026/)
  const kept = await browser.post(path, { ...untouched(shown.text, path), look: 'keep' })
  assert.match(wordsOf((await browser.get(kept.to)).text), /Value date 3 March 2026 Entered on 1 April 2026/)
})

test('Who draws from a bank sees nothing of its money, though they coordinate another.', async () => {
  const [given, other] = [await givenPilot(house), await givenFunded(house)]
  const asked = { id: newId(), bank: given.bank.id, holder: newId(), minutes: 60, day: day('2026-02-01'), people: [other.keeper.id] }
  await house.writeAs(given.coordinator, (tx) => allot(tx, asked))
  const browser = await browserOf(other.keeper)
  for (const path of [`/banks/${given.bank.id}/money`, `/funders/${given.donor.id}`, `/banks/${given.bank.id}/runway`]) {
    assert.equal((await browser.get(path)).status, 404, path)
  }
})

test('What is no id, or of nobody, is not there; a form with one is told what to mend.', async () => {
  const given = await givenFunded(house)
  const browser = await browserOf(given.keeper)
  const nobody = newId()
  const paths = ['/funders/x', '/banks/x/money', '/receipts/1', '/commitments/x/tranches', '/tranches/x/condition', '/in-kind/x/decision']
  for (const path of [
    ...paths,
    `/receipts/${nobody}`,
    `/banks/${given.bank.id}/payments?for=x`,
    `/funders/${given.client.id}/returns?for=${nobody}`,
  ]) {
    assert.equal((await browser.get(path)).status, 404, path)
  }
  assert.equal((await browser.get(`/funders/${given.donor.id}/receipts?tranche=x`)).status, 200)
  assert.equal((await browser.post(`/funders/${given.donor.id}/returns`, { holder: 'x', amount: '5' })).status, 422)
})
