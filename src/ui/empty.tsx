import type { Markup } from '#ground/route'

/** Nothing here, said kindly, with what may be done next. */
export function Empty({ children }: { children?: Markup }) {
  return <div class="empty">{children}</div>
}
