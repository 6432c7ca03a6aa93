import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frame } from '#doors/web/frame'
import { navFor } from '#doors/web/nav'
import type { Asked, Me, PageRoute } from '#ground/route'
import { languages, type Say, sayTo, unknownReader } from '#ground/words'
import { givenProgramme } from '#matching/rounds.testing'
import { pathways } from '#programmes/pathways'
import { routes } from '#street'
import { testHouse } from '#testing/house'

const house = await testHouse()
const given = await givenProgramme(house, { mentors: [{ fullName: '17' }], mentees: [{ fullName: '18' }] })

const marks: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', c: 'ç', n: 'ñ', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' }
const longer = 0.4

/** English as it would look in a language that we do not have: accented, longer, and between marks. */
function pseudo(text: string): string {
  const accented = text.replace(/[aeioucnAEIOU]/g, (letter) => marks[letter] ?? letter)
  return `⟦${accented}${'·'.repeat(Math.ceil(text.length * longer))}⟧`
}

function pseudoSay(): Say {
  const say = sayTo(unknownReader)
  const wrapped = (...said: Parameters<Say>) => pseudo(say(...said))
  return Object.assign(wrapped, { ...say, list: (items: readonly string[]) => pseudo(say.list(items)) }) as Say
}

const { keeper, organisation } = given
const reader = { ...unknownReader }
const roles = { keeps: true, administers: true, isOfficer: false, passkey: 'asked' as const, owesProof: false, seenAt: house.now() }
const me: Me = { person: keeper.id, session: '', name: 'Leila', organisation, organisationName: '', ...roles, reader, scope: given.scope }

async function drawn(path: string, asker: Me | null): Promise<string> {
  const route = routes.find((one): one is PageRoute => one.does === 'page' && one.path === path) ?? assert.fail(path)
  const say = pseudoSay()
  const address = path.replace(':programme', given.id).replace(':organisation', organisation)
  const params = { programme: given.id, organisation }
  const caller = { browser: 'b', network: 'n', device: 'd', language: 'en' as const, unsent: 0 }
  const asked: Asked = {
    path: address,
    params,
    query: new URLSearchParams(),
    me: asker,
    say,
    formId: 'f',
    formSecret: 's',
    baseUrl: '',
    goesInside: false,
    caller,
  }
  const { title, body } = await house.database.read(asker?.scope ?? { ...given.scope, door: 'sign-in' }, (db) => route.page(db, asked))
  const nav = navFor(asker, address, say)
  return String(await frame({ title, say, body, nav, personName: asker?.name, path: address, languages, slips: [] }))
}

/** Not sentences: days, the zones of IANA, what languages call themselves, an address to hand on. */
const data = [/^\p{L}+ \d{1,2} \p{L}+ \d{4}$/u, /^UTC$|^[A-Z]\w+(\/[\w -]+)+$/, /^(English|دری)$/, /^\/joining\/[\w-]+$/]

/** What pathways say in their own texts, written in each language in their files: the longest first. */
const ofPathways = pathways
  .flatMap(({ name, description }) => [name.en, description.en])
  .toSorted((one, other) => other.length - one.length)

/** What a page says to eyes and ears; names and what was typed aside. */
function saidOn(page: string): string[] {
  const body = (/<body[\s\S]*/.exec(page)?.[0] ?? '').replace(
    /<(bdi|time|textarea)\b[\s\S]*?<\/\1>|<button [^>]*lang="[\s\S]*?<\/button>/g,
    '',
  )
  const attributes = [...body.matchAll(/\s(?:aria-label|placeholder|alt|title)="([^"]*)"/g)].map((match) => match[1] ?? '')
  return [...attributes, ...body.split(/<[^>]*>/)].map((text) => text.trim()).filter((text) => text !== '')
}

/** What was not said through the catalogue. */
function unmarked(page: string): string[] {
  return saidOn(page).filter((text) => {
    if (data.some((pattern) => pattern.test(text))) return false
    let rest = ofPathways.reduce((left, said) => left.replaceAll(said, ''), text)
    while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '')
    return /\p{L}/u.test(rest.replace(/&[a-z]+;/g, ''))
  })
}

const pages = [
  '/sign-in',
  '/sign-in/code',
  '/',
  '/me/attributes',
  '/programmes',
  '/programmes/new',
  '/programmes/:programme',
  '/programmes/:programme/rules',
  '/programmes/:programme/enrolments',
  '/programmes/:programme/must-nots',
  '/programmes/:programme/pairs',
  '/organisations/:organisation/people',
  '/organisations/:organisation/people/new',
  '/organisations/:organisation/imports',
  '/outbox',
  '/concern',
  '/concerns',
  '/helplines',
]

for (const path of pages) {
  test(`${path} says nothing but what the catalogue gives it.`, async () => {
    const page = await drawn(path, path.startsWith('/sign-in') ? null : me)
    assert.ok(saidOn(page).some((text) => text.startsWith('⟦')))
    assert.deepEqual(unmarked(page), [])
  })
}

test('A sentence glued from English, or a label left in it, is seen.', () => {
  assert.deepEqual(unmarked('<body><p>⟦Góód day⟧</p><bdi>Leila</bdi></body>'), [])
  assert.deepEqual(unmarked('<body><p>⟦Góód⟧ day</p></body>'), ['⟦Góód⟧ day'])
  assert.deepEqual(unmarked('<body><input placeholder="Search"></body>'), ['Search'])
  assert.deepEqual(unmarked('<body><p>⟦Fór ⟦whóm⟧⟧</p></body>'), [])
})
