import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '#ground/config'
import { styleHash } from './frame.tsx'
import { allowanceOf } from './script.ts'

const permissions = [
  'camera=()',
  'microphone=()',
  'geolocation=()',
  'browsing-topics=()',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
].join(', ')

/** Nothing from anywhere else, nothing inside a frame; the one style is known by its hash. No script, but on a page that says which. */
export function securityHeaders(config: Config): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return async (c: Context, next) => {
    await next()
    const allowance = allowanceOf(c.get('script'))
    c.res.headers.set('content-security-policy', allowance === undefined ? policy : `${policy}; ${allowance}`)
    c.res.headers.set('x-content-type-options', 'nosniff')
    c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('cross-origin-opener-policy', 'same-origin')
    c.res.headers.set('cross-origin-resource-policy', 'same-origin')
    c.res.headers.set('permissions-policy', permissions)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    if (config.url.startsWith('https:')) c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}
