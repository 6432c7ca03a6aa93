const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** A URL that somebody typed, when a link may carry it: JSX escapes text but lets `javascript:` through. */
export function safeUrl(text: string | null | undefined): string | null {
  if (!text) return null
  const url = URL.parse(text.trim())
  return url && schemes.has(url.protocol) ? url.href : null
}

/** A path within this house; anything else becomes its first page. */
export function ownHref(path: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) || /^[?#][^\s\\]*$/.test(path) ? path : '/'
}
