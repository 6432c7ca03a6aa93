import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { guessedWords, ranksApart } from '#testing/ranks'
import { limits } from './session.ts'
import { letterAbout, newestLinkAt, openSignIn, sessionsIn, type Visited } from './sign-in.testing.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const { browser } = openSignIn(house)
const addresses = guessedWords(240).map((word) => `${word}@guess.example`)
const known = new Set(addresses.filter((_, n) => n % 2 === 0))
for (const email of known) await givenPerson(house, organisation, { email })

/** Apart beyond this is chance once in 10⁹; and it must be so each of three times. */
const deviationsMax = 6
const attemptsMax = 3

/** An answer without what is chance in it, or what was typed. */
function plainOf({ status, text, headers }: Visited, address: string) {
  const plain = text
    .replaceAll(address, 'ADDRESS')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/(name="formToken" value=")[^"]+/g, '$1TOKEN')
  const kept = [...headers].map(([name, value]) => `${name}: ${value.replace(/(lampline-browser=)[^;]+/, '$1ID')}`)
  // The page says the address, so its own length follows the address.
  return { status, plain, headers: kept.filter((line) => !line.startsWith('content-length')) }
}

/** What a guesser sees who asks for a link and types a wrong code, each time from a new place. */
async function answersAt(address: string) {
  const guesser = browser()
  const asked = await guesser.post('/sign-in', { address })
  const page = await guesser.get('/sign-in/code')
  const tried = await guesser.post('/sign-in/code', { code: 'AAAAAAAA' })
  return [asked, page, tried].map((one) => plainOf(one, address))
}

async function msToAsk(address: string, delayMs: number): Promise<number> {
  const start = performance.now()
  await browser().post('/sign-in', { address })
  if (delayMs > 0) await wait(delayMs)
  return performance.now() - start
}

/** How far known and unknown addresses stand apart, asked in turn, so that whatever slows the machine slows both; the best of three each. */
async function timesApart(delayMs = 0): Promise<number> {
  const times = new Map<string, number>()
  for (let round = 0; round < 3; round += 1) {
    for (const address of addresses) {
      const ms = await msToAsk(address, known.has(address) ? delayMs : 0)
      times.set(address, Math.min(ms, times.get(address) ?? Number.POSITIVE_INFINITY))
    }
  }
  house.setNow(house.now().add({ hours: 2 }).toString())
  const timesOf = (isKnown: boolean) => addresses.filter((one) => known.has(one) === isKnown).map((one) => times.get(one) ?? 0)
  return ranksApart(timesOf(true), timesOf(false))
}

test('A list of guessed addresses gets one answer, to the letter, whether somebody has them or not.', async () => {
  const answers = new Map<string, string[]>()
  for (const address of addresses) {
    const got = JSON.stringify(await answersAt(address))
    answers.set(got, [...(answers.get(got) ?? []), address])
  }
  house.setNow(house.now().add({ hours: 2 }).toString())
  assert.equal(answers.size, 1, [...answers].map(([got, whose]) => `${whose[0]}: ${got.slice(0, 300)}`).join('\n'))
})

test('How long it takes does not tell who is known; three milliseconds more would.', { timeout: 200_000 }, async () => {
  const apart: number[] = []
  while (apart.length < attemptsMax && (apart.at(-1) ?? Number.POSITIVE_INFINITY) > deviationsMax) apart.push(await timesApart())
  assert.ok((apart.at(-1) ?? 0) < deviationsMax, `known and unknown addresses stand ${apart.join(', ')} deviations apart`)
  const slowed: number[] = []
  while (slowed.length < attemptsMax && (slowed.at(-1) ?? 0) < deviationsMax) slowed.push(await timesApart(3))
  assert.ok(
    (slowed.at(-1) ?? 0) > deviationsMax,
    `three milliseconds are seen as ${slowed.join(', ')} deviations: this test sees nothing any more`,
  )
})

test('Codes guessed from a list let nobody in: five a link, five links an hour for an address, thirty from a network.', async () => {
  const [network, codes] = ['one guesser', guessedWords(7).map((word) => word.slice(0, 8).toUpperCase())]
  const tries = () => house.read((db) => db.selectFrom('signInTries').select('link').execute())
  const [triesBefore, sessionsBefore] = [(await tries()).length, (await sessionsIn(house)).length]
  let links = 0
  const refused = { address: 0, network: 0 }
  for (const address of [...known].slice(0, 8)) {
    for (let nth = 0; nth < limits.linksAnHourAnAddressMax + 1; nth += 1) {
      const guesser = browser({ network })
      await guesser.get('/sign-in')
      const asked = await guesser.post('/sign-in', { address })
      const isOpen = asked.status === 303
      if (isOpen) {
        links += 1
        await letterAbout(house, await newestLinkAt(house, address))
      } else refused[links < limits.linksAnHourANetworkMax ? 'address' : 'network'] += 1
      for (const code of codes) assert.match((await guesser.post('/sign-in/code', { code })).to, /^\/sign-in\/code/)
    }
  }
  assert.equal(links, limits.linksAnHourANetworkMax)
  assert.ok(refused.address >= 5 && refused.network >= 5, JSON.stringify(refused))
  assert.equal((await tries()).length - triesBefore, links * limits.codeTriesMax)
  assert.equal((await sessionsIn(house)).length, sessionsBefore)
})

test('One browser that asks again and again has five tries at each letter, and only at the newest.', async () => {
  const [address = ''] = [...known].slice(20)
  const guesser = browser()
  await guesser.get('/sign-in')
  const codes: string[] = []
  for (let nth = 0; nth < limits.linksAnHourAnAddressMax; nth += 1) {
    house.setNow(house.now().add({ seconds: 1 }).toString())
    await guesser.post('/sign-in', { address })
    codes.push((await letterAbout(house, await newestLinkAt(house, address)))?.code ?? '')
  }
  const [older = '', newest = ''] = codes.slice(-2)
  for (let tries = 0; tries < limits.codeTriesMax; tries += 1) await guesser.post('/sign-in/code', { code: older })
  assert.doesNotMatch((await guesser.post('/sign-in/code', { code: newest })).setCookies.join(), /lampline=/)
  assert.equal((await guesser.post('/sign-in', { address })).status, 422)
})
