import { setUpProvider } from '#signon/set-up-provider'
import { anyone } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

/** The way in is everybody's; what it is, an administrator's alone. */
export const signonMatrix: RoomMatrix = {
  answers: {
    'GET /sign-on': anyone,
    'POST /sign-on': anyone,
    'GET /sign-in/with/:name': anyone,
    'POST /sign-in/with/:name': anyone,
    'GET /sign-in/with/:name/going/:try': anyone,
    'GET /sign-in/with/:name/callback': anyone,
    'POST /sign-in/with/:name/callback': anyone,
    'GET /organisations/:organisation/sign-on': ['administrator'],
    'POST /organisations/:organisation/sign-on': ['administrator'],
    'POST /organisations/:organisation/sign-on/ending': ['administrator'],
  },
  given: async (house, { ids, people }) => {
    // A name is taken once in the whole house.
    const name = `matrix-${(ids.organisation ?? '').slice(-8)}`
    const issuer = 'https://login.example.org'
    const metadata = { issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, jwks_uri: `${issuer}/k` }
    await house.writeAs(people.administrator.scope, (tx) => {
      const asked = { id: tx.newId(), organisation: ids.organisation ?? '', name, issuer, client: 'c', secret: null }
      return setUpProvider(tx, { ...asked, codeClaim: null, isStrong: false, isOnly: false }, { metadata, secret: 's' })
    })
    return { name, try: 'a-try-of-nobody' }
  },
  forms: ({ name = '' }, _kind, newId) => ({
    '/sign-on': { name },
    '/sign-in/with/:name': { id: newId() },
    '/sign-in/with/:name/callback': { code: 'c', state: 's', iss: '' },
    // Its provider is on no public network: it is refused before anybody goes there.
    '/organisations/:organisation/sign-on': {
      id: newId(),
      name,
      issuer: 'https://127.0.0.1',
      client: 'c',
      secret: 's',
      found: 'address',
    },
  }),
}
