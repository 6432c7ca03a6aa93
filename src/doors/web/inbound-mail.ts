import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { takeMail } from '#doors/mail/take-mail'
import { inboundLimits } from '#ground/inbound-mail'
import type { WebHouse } from './serve.ts'
import { logTrouble } from './trouble.ts'

const types = ['message/rfc822', 'application/octet-stream']

/**
 * Where a mail server brings letters by `POST /inbound-mail`, each as it is (message/rfc822), with the secret of the settings as its
 * bearer token. To anybody else there is nothing here. What we cannot take now is answered 503, so that it is brought again.
 */
export function inboundMailRoute(app: Hono, house: WebHouse): void {
  const tooBig = (c: Context) => c.text('A letter with an answer is not this big.', 413)
  app.post(
    '/inbound-mail',
    async (c, next) => (isKnown(c.req.header('authorization'), house.config.mailInSecret) ? next() : c.notFound()),
    bodyLimit({ maxSize: inboundLimits.bytesMax, onError: tooBig }),
    async (c) => {
      const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
      if (!types.includes(type)) return c.text('Bring the letter as it is: message/rfc822.', 415)
      try {
        const taken = await takeMail(house, new Uint8Array(await c.req.arrayBuffer()))
        return taken === null ? c.text('This is no letter.', 422) : c.body(null, 204)
      } catch (error) {
        return c.text('Bring it again later.', logTrouble(house.log, error) === 'ours' ? 500 : 503)
      }
    },
  )
}

/** Compared by hashes of one length, so that how long it takes tells nothing of the secret. */
function isKnown(header: string | undefined, secret: string | null): boolean {
  if (secret === null || header === undefined) return false
  const hashOf = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hashOf(header), hashOf(`Bearer ${secret}`))
}
