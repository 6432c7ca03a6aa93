import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { givenOfficer } from '#concerns/concerns.testing'
import { scripts } from '#doors/web/script'
import { outbox, writeLetter } from '#ground/mail'
import { loadSample } from '#matching/load-sample'
import { roundsOf } from '#matching/round-reads'
import { runRound } from '#matching/run-round'
import { accept } from '#partnerships/accept'
import { livePairs } from '#partnerships/reads'
import { doorOf } from '#people/web.testing'
import { enrolmentsIn, programmesSeen } from '#programmes/reads'
import { routes } from '#street'
import { coordinating, type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import { testConfig, testHouse } from '#testing/house'
import { coachedIn } from './matrix.requests.testing.ts'
import { roomMatrices } from './matrix.rooms.ts'

const house = await testHouse()
const { app, browserOf } = doorOf(house, routes)

const limits = { pageBytesMax: 14_000, styleBytesMax: 7_000, scriptBytesMax: 5_000, elementsMax: 900 }
const quality = 4
const lettersMade = 60
const languages = ['en', 'fa-AF'] as const

const brotliBytes = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
const styleOf = (page: string) => /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
const elementsIn = (page: string) => page.replace(/<!--[\s\S]*?-->|<style>[\s\S]*?<\/style>/g, '<i>').match(/<[a-z][^\s>/]*/gi)?.length ?? 0
const isOurs = (address: string) => /^(\/(?!\/)|#|\?|mailto:|tel:|data:)/.test(address) || address.startsWith(`${testConfig.url}/`)

/** One of our own, on a page that says which: it asks for a passkey, or keeps the field log. */
const ownScript = /<script src="\/(passkeys|field)\.[\w-]{16}\.js" defer=""><\/script>/

/** What a page breaks of its budget, in words. */
function breaches(page: string): string[] {
  const [bytes, style, elements] = [brotliBytes(page), brotliBytes(styleOf(page)), elementsIn(page)]
  const elsewhere = [...page.matchAll(/\s(?:src|href|action|srcset|poster)="([^"]*)"/g)]
    .map((match) => match[1] ?? '')
    .filter((to) => !isOurs(to))
  return [
    ...(bytes > limits.pageBytesMax ? [`${bytes} bytes of ${limits.pageBytesMax}`] : []),
    ...(style > limits.styleBytesMax ? [`${style} bytes of style of ${limits.styleBytesMax}`] : []),
    ...(elements > limits.elementsMax ? [`${elements} elements of ${limits.elementsMax}`] : []),
    ...(/<script|<iframe|@import|url\(\s*["']?https?:/i.test(page.replace(ownScript, '')) ? ['asks for more than itself'] : []),
    ...elsewhere.map((to) => `leads to ${to}`),
  ]
}

/** A house begun with its sample, a round of the second programme that waits, and who looks at it. */
async function givenSample() {
  const organisation = await givenOrganisation(house)
  const administrator = await givenKeeper(house, organisation, 'administrator')
  await house.write((tx) => tx.note('house.begun', organisation, { organisation }, { sample: 1 }))
  const [news] = await house.news('house.begun')
  assert.ok(news)
  await house.write((tx) => loadSample(tx, news))
  const programmes = await house.read(programmesSeen)
  const idOf = (template: string) => programmes.find((one) => one.template === template)?.id ?? assert.fail(template)
  const [paired, open] = [idOf('mentoring'), idOf('reverse-mentoring')]
  const { id: waiting } = await house.write((tx) => runRound(tx, { id: tx.newId(), programme: open }))
  for (let letters = 0; letters < lettersMade; letters += 1) {
    const letter = { kind: 'test.letter', recipient: null, organisation, address: 'somebody@example.org', language: 'en' as const }
    await house.write((tx) => writeLetter(tx, { ...letter, about: tx.newId(), title: `Letter ${letters}`, body: 'Good day.' }))
  }
  const [pair] = await house.read((db) => livePairs(db, paired))
  assert.ok(pair)
  const [done] = await house.read((db) => roundsOf(db, paired))
  const officer = await givenOfficer(house, organisation)
  return { organisation, administrator, officer, paired, open, waiting, done: done?.id ?? '', pair }
}

const given = await givenSample()

async function objectsOf(programme: string, round: string) {
  const mentees = (await house.read((db) => enrolmentsIn(db, programme))).filter(({ side }) => side === 'mentee')
  const mail = (await house.read((db) => outbox(db, { organisation: given.organisation })))[0]?.id ?? ''
  const imported = (await house.read((db) => db.selectFrom('imports').select('id').execute()))[0]?.id ?? ''
  const key = (await house.read((db) => db.selectFrom('programmes').select('linkKey').where('id', '=', programme).executeTakeFirst()))
    ?.linkKey
  const enrolment = programme === given.paired ? given.pair.menteeEnrolment : (mentees[0]?.id ?? '')
  const objects = { organisation: given.organisation, programme, round, mail, import: imported, key: key ?? '', enrolment, role: '' }
  return { ...objects, person: given.pair.mentee, partnership: given.pair.id, token: 'a-link-of-nobody' }
}

const personOf = (id: string): GivenPerson => {
  const scope = { door: 'person' as const, person: id, home: given.organisation, organisations: [], programmes: [] }
  return { id, organisation: given.organisation, code: '', scope }
}

/** What the rooms of a partnership need to be seen: a pair in which both said yes, with whatever each room gives it. */
async function moreOf(ids: Awaited<ReturnType<typeof objectsOf>>): Promise<Record<string, string>> {
  const [mentor, mentee] = [personOf(given.pair.mentor), personOf(given.pair.mentee)]
  for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: ids.partnership, side: null }))
  const keeper = { ...given.administrator, scope: coordinating(given.administrator, given.paired, given.open) }
  const elsewhere = { coordinatorElsewhere: keeper, administratorElsewhere: keeper, formerPartner: mentor, coordinatorBeside: keeper }
  const people = { mentor, mentee, colleague: mentor, officer: given.officer, coordinator: keeper, administrator: keeper, ...elsewhere }
  const more: Record<string, string> = {}
  for (const room of roomMatrices) Object.assign(more, await room.given(house, { ids: { ...ids, attribute: 'gender' }, people }))
  return more
}

const paired = await objectsOf(given.paired, given.done)
const more = await moreOf(paired)
const sets = [
  { ...more, ...paired },
  { ...more, ...(await objectsOf(given.open, given.waiting)) },
]
const askers = [null, given.administrator, given.officer, { id: given.pair.mentor }, { id: given.pair.mentee }]
const lookers = await Promise.all(askers.flatMap((asker) => languages.map((language) => lookerOf(asker, language))))

async function lookerOf(asker: { id: string } | null, language: (typeof languages)[number]) {
  const browser = asker && (await browserOf(asker, language))
  const look = async (path: string) => {
    if (browser) return wholeOf(await browser.get(path))
    const answer = await app.request(path, { headers: { cookie: `lampline-language=${language}` } })
    return wholeOf({ status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) })
  }
  return { language, look }
}

function wholeOf({ status, bytes }: { status: number; bytes: Uint8Array }) {
  return { status, text: new TextDecoder().decode(bytes) }
}

test('The sample fills the pages that are measured.', () => {
  for (const [name, id] of sets.flatMap((set) => Object.entries(set))) if (name !== 'role') assert.notEqual(id, '', name)
})

for (const { path } of routes.filter(({ does }) => does === 'page')) {
  test(`GET ${path} keeps its budget in both languages, for everybody who may see it.`, async () => {
    let seen = 0
    for (const set of sets) {
      const objects: Record<string, string> = { ...set, ...coachedIn(path, more) }
      const address = path.replace(/:(\w+)/g, (_all, name: string) => objects[name] ?? assert.fail(name))
      for (const { language, look } of lookers) {
        const { status, text } = await look(address)
        if (status !== 200) continue
        seen += 1
        assert.deepEqual(breaches(text), [], `${address} in ${language}`)
      }
    }
    assert.ok(seen >= languages.length, `nobody saw ${path}`)
  })
}

test(`All script together, which no page needs, is ${limits.scriptBytesMax} bytes at most, as it is sent.`, () => {
  const bytes = Object.values(scripts).map(brotliBytes)
  assert.ok(bytes.reduce((sum, each) => sum + each, 0) <= limits.scriptBytesMax, `${bytes} bytes`)
})

test('A page over its budget, or with a stranger in it, is seen by what it breaks.', () => {
  assert.deepEqual(breaches('<p>Good day</p>'), [])
  assert.match(breaches('<b></b>'.repeat(901)).join(), /901 elements/)
  assert.match(breaches('<img src="https://elsewhere.example/x.png">').join(), /leads to/)
  assert.match(breaches('<a href="//elsewhere.example">').join(), /leads to/)
  assert.match(breaches('<script>1</script>').join(), /more than itself/)
  const noise = Array.from({ length: 9_000 }, (_, at) => Math.sin(at).toString(36).slice(3, 8)).join(' ')
  assert.match(breaches(`<style>${noise}</style>`).join(), /bytes of 14000.*bytes of style of 7000/)
})
