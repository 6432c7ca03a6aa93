import type { Markup } from '#ground/route'

type ButtonProps = {
  action: string
  label: string
  kind?: 'second' | 'quiet' | 'danger'
  little?: boolean
  /** What the deed is told besides its path. */
  fields?: Readonly<Record<string, string>>
  /** For whom or what, said to who cannot see the row around it. */
  of?: string
  children?: Markup
}

/** A deed of one button. */
export function Button({ action, label, kind, little, fields = {}, of, children }: ButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" class={[kind, little ? 'little' : undefined].filter(Boolean).join(' ') || undefined}>
        {label}
        {of === undefined ? null : <span class="hidden"> {of}</span>}
      </button>
    </form>
  )
}
