import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '#ground/config'
import { styleHash } from './frame.tsx'

/** Nothing from anywhere else, nothing inside a frame, no script at all; the one style is known by its hash. */
export function securityHeaders(config: Config): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return async (c: Context, next) => {
    await next()
    c.res.headers.set('content-security-policy', policy)
    c.res.headers.set('x-content-type-options', 'nosniff')
    c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('cross-origin-opener-policy', 'same-origin')
    c.res.headers.set('cross-origin-resource-policy', 'same-origin')
    c.res.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    if (config.url.startsWith('https:')) c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}
