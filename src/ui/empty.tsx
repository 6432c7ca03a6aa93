import type { Child } from 'hono/jsx'

/** Nothing here, said kindly, with what may be done next. */
export function Empty({ children, actions }: { children?: Child; actions?: Child }) {
  return (
    <div class="empty">
      <p>{children}</p>
      {actions ? <div class="actions">{actions}</div> : null}
    </div>
  )
}
