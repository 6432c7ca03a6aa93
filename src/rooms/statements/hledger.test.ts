import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '#hours/account'
import type { Bank, Funder } from '#hours/bank'
import type { Entry } from '#hours/entry'
import { hledgerJournal } from './hledger.ts'

const bank = { name: 'HB-01; the bank', currency: 'AFN' } as Bank
const funder = (id: string, name: string) => ({ id, name }) as Funder
const account = (id: string, kind: string, unit: string, of: string | null) =>
  ({ id, kind, unit, funder: of, holder: null, band: null }) as Account
const funders = [funder('f-00000001', 'Chamber: Kabul'), funder('f-00000002', 'Chamber  (Kabul)'), funder('f-00000003', ';|')]
const accounts = [
  account('a', 'from', 'AFN', 'f-00000001'),
  account('b', 'cash', 'AFN', 'f-00000002'),
  account('c', 'cash', 'AFN', 'f-00000003'),
  account('d', 'pool', 'minutes', null),
]
const entry = {
  ...{ id: 'e', sequence: 1n, kind: 'deposit', day: Temporal.PlainDate.from('2026-02-01'), reference: 'slip\n; 7' },
  legs: [
    { account: 'a', amount: -(2n ** 53n + 1n) },
    { account: 'b', amount: 2n ** 53n + 1n },
  ],
} as unknown as Entry
const lines = hledgerJournal({ bank, funders, accounts, digitsOf: () => 2 }, [entry]).split('\n')

test('Two funders whose names are written alike stay two accounts, and one without a letter has a name too.', () => {
  assert.deepEqual(
    lines.filter((line) => line.startsWith('account ')),
    ['account cash:00000003', 'account cash:Chamber Kabul 00000002', 'account from:Chamber Kabul', 'account pool'],
  )
})

test('Units are declared before they are used; amounts beyond 2^53 keep their last digit; a text ends no line.', () => {
  assert.deepEqual(
    lines.filter((line) => line.startsWith('commodity ')),
    ['commodity 1.00 AFN', 'commodity 1. MIN'],
  )
  assert.ok(lines.includes('2026-02-01 * (1) deposit slip 7  ; id:e'))
  assert.ok(lines.some((line) => line.endsWith('  90071992547409.93 AFN')))
})
