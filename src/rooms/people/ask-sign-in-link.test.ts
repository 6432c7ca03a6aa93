import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { foldAddress } from '#ground/fold'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { askSignInLinkForm } from './ask-sign-in-link.form.ts'
import { askSignInLink } from './ask-sign-in-link.ts'
import { limits } from './session.ts'
import { letterAbout } from './sign-in.testing.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
let counter = 0
const freshAddress = () => `ask${(counter += 1)}@example.org`

let networks = 0
const asked = async ({
  address,
  network = `net-${(networks += 1)}`,
  browser = 'b',
}: {
  address: string
  network?: string
  browser?: string
}) => (await house.writeAs(signInScope, (tx) => askSignInLink(tx, { address, browser, network, next: null }))).link
const linkRow = (link: string) => house.read((db) => db.selectFrom('signInLinks').selectAll().where('id', '=', link).executeTakeFirst())
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => 'none',
    (error) => error.reason ?? error,
  )

test('A known and an unknown address leave the same rows and the same news; only the worker finds out whom to write to.', async () => {
  const [known, unknown] = [freshAddress(), freshAddress()]
  await givenPerson(house, organisation, { email: known })
  const rows = []
  for (const address of [known, unknown]) {
    const link = await asked({ address, network: 'n' })
    const row = { ...(await linkRow(link)), id: '', address: '' }
    const news = (await house.news()).filter(({ subject }) => subject === link)
    rows.push({ row, news: news.map(({ kind, facts, by }) => [kind, facts, by]) })
  }
  assert.deepEqual(rows[0], rows[1])
  assert.equal(rows[0]?.row.tokenHash, null, 'the secrets are not even made yet')
  assert.deepEqual(rows[0]?.news, [['sign-in.asked', {}, null]])
})

test('So many links an hour for one address, whoever asks; then it is refused, also where nobody has the address.', async () => {
  const before = house.now()
  for (const address of [freshAddress(), freshAddress()]) {
    for (let nth = 0; nth < limits.linksAnHourAnAddressMax; nth += 1) await asked({ address })
    assert.equal(await refusalOf(asked({ address })), 'people.linksAddress')
    house.setNow(before.add({ minutes: 59 }).toString())
    assert.equal(await refusalOf(asked({ address })), 'people.linksAddress')
    house.setNow(before.add({ minutes: 60 }).toString())
    assert.equal(await refusalOf(asked({ address })), 'none')
    house.setNow(before.toString())
  }
})

test('So many links an hour from one network, at whatever addresses; the next network is not stopped.', async () => {
  const network = 'one network'
  for (let nth = 0; nth < limits.linksAnHourANetworkMax; nth += 1) await asked({ address: freshAddress(), network })
  assert.equal(await refusalOf(asked({ address: freshAddress(), network })), 'people.linksNetwork')
  assert.equal(await refusalOf(asked({ address: freshAddress(), network: 'another' })), 'none')
})

test('At once, no more than the limit comes through.', async () => {
  const address = freshAddress()
  const tries = await Promise.all(Array.from({ length: 20 }, () => refusalOf(asked({ address }))))
  assert.equal(tries.filter((reason) => reason === 'none').length, limits.linksAnHourAnAddressMax)
  const network = 'crowded'
  const more = await Promise.all(Array.from({ length: 40 }, () => refusalOf(asked({ address: freshAddress(), network }))))
  assert.equal(more.filter((reason) => reason === 'none').length, limits.linksAnHourANetworkMax)
})

test('Browser and network are kept as hashes, and for a sign-in only: a person’s own scope does not see the links.', async () => {
  const { scope } = await givenPerson(house, organisation)
  const link = await asked({ address: freshAddress(), browser: 'my-browser', network: '203.0.113.7' })
  const kept = JSON.stringify(await linkRow(link), (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
  assert.doesNotMatch(kept, /my-browser|203\.0\.113\.7/)
  assert.deepEqual(await house.database.read(scope, (db) => db.selectFrom('signInLinks').select('id').execute()), [])
  await assert.rejects(
    house.writeAs(scope, (tx) => askSignInLink(tx, { address: 'x@example.org', browser: 'b', network: 'n', next: null })),
  )
})

test('An address comes in any case, with spaces pasted in, in any Unicode form, and finds its person.', async () => {
  const { id } = await givenPerson(house, organisation, { email: foldAddress('zoé.ahmadi@example.org') })
  const forms = [
    'Zoé.Ahmadi@Example.ORG',
    '  zoé.ahmadi@example.org\n',
    'zoe\u0301.ahmadi@example.org',
    'ZOE\u0301.AHMADI@ＥＸＡＭＰＬＥ．ORG',
    'Zoé <zoé.ahmadi@example.org>',
  ]
  for (const address of forms) {
    const read = askSignInLinkForm({ address })
    assert.ok('input' in read, address)
    const link = await house.writeAs(signInScope, (tx) => askSignInLink(tx, { ...read.input, browser: 'b', network: address }))
    assert.equal((await letterAbout(house, link.link))?.recipient, id, address)
  }
})

test('What is no address is named at its field; one person’s address is not another’s that only looks alike.', () => {
  for (const address of [
    '',
    '  ',
    'nobody',
    'a@b',
    '@example.org',
    'a b,c@example.org',
    `${'x'.repeat(500)}@example.org`,
    'a@@example.org',
  ]) {
    const read = askSignInLinkForm({ address })
    assert.ok('slips' in read && read.slips.length === 1 && read.slips[0]?.field === 'address', address)
  }
  assert.notEqual(foldAddress('zoé@example.org'), foldAddress('zoe@example.org'))
})

test('One goes on to a page of our own, never elsewhere and never back to the door.', () => {
  const nextOf = (next: string) => {
    const read = askSignInLinkForm({ address: 'a@example.org', next })
    return 'input' in read ? read.input.next : undefined
  }
  for (const own of ['/', '/me', '/programmes/7?page=2', '/joining/k%20k']) assert.equal(nextOf(own), own)
  const others = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'https://evil.example',
    'https:evil',
    'javascript:alert(1)',
    'me',
    '',
    ' /me',
    '/\t/evil',
  ]
  for (const other of [...others, '/a\nb', '/sign-in', '/sign-in/code', '/session/ending', `/${'x'.repeat(600)}`])
    assert.equal(nextOf(other), null, other)
})
