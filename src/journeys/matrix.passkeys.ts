import { realHands } from '#ground/chance'
import { anyone, signedIn } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const code = 'AAAAAAAAAAAAAAAAAAAAAA'

export const passkeysMatrix: RoomMatrix = {
  answers: {
    'GET /passkey-session': anyone,
    'POST /passkey-session/challenge': anyone,
    'POST /passkey-session': anyone,
    'GET /session/proof': signedIn,
    'POST /session/proof/challenge': signedIn,
    'POST /session/proof': signedIn,
    'POST /session/proof/code': signedIn,
    'GET /me/ways-in': signedIn,
    'GET /me/passkeys/new': signedIn,
    'POST /me/passkeys/challenge': signedIn,
    'POST /me/passkeys': signedIn,
    'POST /passkeys/:passkey/ending': ['mentor'],
    'GET /me/recovery-codes': signedIn,
    'POST /me/recovery-codes': signedIn,
    'GET /people/:person/passkeys': ['administrator'],
    'POST /people/:person/passkeys/lifting': ['administrator'],
  },
  given: async (house, { ids, people }) => {
    const passkey = realHands.newId()
    const key = { credentialId: Buffer.from(passkey), publicKey: Buffer.from(passkey), name: 'Vellum' }
    const { id: person, scope } = people.mentor
    const row = { id: passkey, person, organisation: ids.organisation, ...key }
    await house.writeAs(scope, (tx) =>
      tx
        .insertInto('passkeys')
        .values({ ...row, addedAt: tx.now })
        .execute(),
    )
    return { passkey }
  },
  forms: (_ids, _kind, newId) => ({
    '/session/proof/code': { code },
    '/me/recovery-codes': { id: newId(), secret: code },
  }),
}
