import type { Say } from '#ground/words'

type PagerProps = { say: Say; path: string; query: URLSearchParams; page: number; pages: number; label: string }

/** From page to page of a long list; nothing when there is one. */
export function Pager({ say, path, query, page, pages, label }: PagerProps) {
  if (pages <= 1) return null
  const to = (there: number) => {
    const next = new URLSearchParams(query)
    next.delete('done')
    next.set('page', String(there))
    return `${path}?${next}`
  }
  return (
    <nav aria-label={label}>
      <p class="pager">
        {page > 1 ? <a href={to(page - 1)}>{say('ui.pager.earlier')}</a> : null}
        <span class="soft">{say('ui.pager.where', { page, pages })}</span>
        {page < pages ? <a href={to(page + 1)}>{say('ui.pager.later')}</a> : null}
      </p>
    </nav>
  )
}

/** Which page was asked, from 1; anything else is the first. */
export function pageOf(query: URLSearchParams, pages: number): number {
  const asked = Number(query.get('page'))
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, Math.max(pages, 1)) : 1
}

/** The same list as a sheet. */
export function AsSheet({ say, path }: { say: Say; path: string }) {
  return (
    <p class="small">
      <a href={`${path}.csv`}>{say('ui.as-csv')}</a> · <a href={`${path}.xlsx`}>{say('ui.as-xlsx')}</a>
    </p>
  )
}
