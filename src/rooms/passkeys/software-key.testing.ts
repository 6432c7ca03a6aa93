import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A device made of software: it makes one passkey and signs with it, also what no honest device would. */
export type SoftwareKey = {
  credentialId: Buffer
  /** What the script puts into the form when a passkey was made. */
  make(said: Said): string
  /** What the script puts into the form when a passkey has signed. */
  sign(said: Said & { userHandle?: string | null; counter?: number; tamper?: boolean }): string
}
type Said = { challenge: string; origin?: string; verified?: boolean }

type Cbor = number | string | Buffer | Map<number | string, Cbor>

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const flag = { present: 0x01, verified: 0x04, attested: 0x40 }

export function softwareKey({ baseUrl, userHandle = null }: { baseUrl: string; userHandle?: string | null }): SoftwareKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  const { hostname, origin: home } = new URL(baseUrl)
  let counter = 0

  const dataWith = (count: number, verified: boolean, rest: Buffer = Buffer.alloc(0)) => {
    const flags = flag.present | (verified ? flag.verified : 0) | (rest.length > 0 ? flag.attested : 0)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(count)
    return Buffer.concat([hash(hostname), Buffer.from([flags]), counted, rest])
  }
  const clientData = (type: string, { challenge, origin = home }: Said) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    credentialId,
    make: (said) => {
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, cbor(key)])
      const authData = dataWith(counter, said.verified ?? true, attested)
      const object = cbor(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      const response = {
        clientDataJSON: clientData('webauthn.create', said).toString('base64url'),
        attestationObject: object.toString('base64url'),
        transports: ['internal'],
      }
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
    },
    sign: (said) => {
      counter = said.counter ?? counter + 1
      const client = clientData('webauthn.get', said)
      const authenticatorData = dataWith(counter, said.verified ?? true)
      const signature = sign('sha256', Buffer.concat([authenticatorData, hash(client)]), privateKey)
      if (said.tamper) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      const handle = said.userHandle === undefined ? userHandle : said.userHandle
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(handle === null ? {} : { userHandle: handle }),
      }
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
    },
  }
}
