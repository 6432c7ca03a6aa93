const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** A URL that somebody typed, when a link may carry it, else null: JSX escapes text but lets `javascript:` through. */
export function safeUrl(text: string | null | undefined): string | null {
  const url = URL.parse((text ?? '').trim())
  return url && schemes.has(url.protocol) ? url.href : null
}
