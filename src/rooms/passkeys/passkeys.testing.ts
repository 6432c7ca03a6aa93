import assert from 'node:assert/strict'
import { z } from 'zod'
import { secretHash } from '#ground/chance'
import { type Scope, signInScope } from '#ground/db'
import { formOf } from '#ground/form'
import { findMe } from '#people/reads'
import type { ProvenBy } from '#people/session'
import { startSession } from '#people/start-session'
import type { GivenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { addPasskey } from './add-passkey.ts'
import { type Assertion, type Attestation, assertionField, attestationField } from './answer.form.ts'
import { askChallenge } from './ask-challenge.ts'
import { base64url, handleOf } from './party.ts'
import type { Purpose } from './passkey.ts'
import { openChallenge } from './reads.ts'
import { type SoftwareKey, softwareKey } from './software-key.testing.ts'

export const here = { browser: 'a-browser', baseUrl: 'https://lampline.example' }

/** What the form would read of an answer. */
export function signedOf(text: string): Assertion {
  const read = formOf(z.object({ answer: assertionField }))({ answer: text })
  assert.ok('input' in read, text)
  return read.input.answer
}
export function madeOf(text: string): Attestation {
  const read = formOf(z.object({ answer: attestationField }))({ answer: text })
  assert.ok('input' in read, text)
  return read.input.answer
}

/** A challenge asked for in a browser, as its device gets it. */
export async function challengeFor(house: TestHouse, scope: Scope, purpose: Purpose, browser = here.browser, next: string | null = null) {
  await house.writeAs(scope, (tx) => askChallenge(tx, { purpose, browser, network: 'a-network', next }))
  const open = await house.database.read(scope, (db) => openChallenge(db, browser, purpose))
  assert.ok(open)
  return base64url(open.challenge)
}

/** A session begun by letter, or confirmed besides. */
export async function sessionOf(house: TestHouse, { id, organisation }: GivenPerson, proved: ProvenBy | null = null) {
  const started = await house.write((tx) =>
    startSession(tx, { holder: { id, organisation }, link: { id: tx.newId(), next: null }, ...here, device: 'Firefox, Linux', proved }),
  )
  assert.ok(started.kind === 'session')
  const { token } = started
  const session = (await house.read((db) => findMe(db, secretHash(token))))?.session ?? ''
  return { session, token }
}

/** A person with one passkey more, which they have at hand. */
export async function keyOf(house: TestHouse, person: GivenPerson, name = 'Telephone'): Promise<{ key: SoftwareKey; passkey: string }> {
  const { session } = await sessionOf(house, person, 'passkey')
  const key = softwareKey({ baseUrl: here.baseUrl, userHandle: handleOf(person.id) })
  const made = madeOf(key.make({ challenge: await challengeFor(house, person.scope, 'add') }))
  const added = await house.writeAs(person.scope, (tx) => addPasskey(tx, { made, name, person: person.id, session, ...here }))
  assert.ok('passkey' in added, JSON.stringify(added))
  return { key, passkey: added.passkey }
}

/** Signs in with what a device signed, as a browser does that nobody is signed in by. */
export const asNobody = signInScope
