/** A person's name, apart from the text around it whichever way it runs. */
export function Name({ name }: { name: string }) {
  return <bdi>{name}</bdi>
}

/** A name with the initials beside it. */
export function Person({ name, detail }: { name: string; detail?: string | null }) {
  return (
    <span class="person">
      <span class="initials" aria-hidden="true">
        {initials(name)}
      </span>
      <span>
        <bdi>{name}</bdi>
        {detail ? (
          <span class="soft small">
            <br />
            <bdi>{detail}</bdi>
          </span>
        ) : null}
      </span>
    </span>
  )
}

/** The first letters of the first and the last word; a joiner that does not join keeps Arabic letters from reading as a word. */
export function initials(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? [])
  return [letters[0] ?? '·', ...letters.slice(1).slice(-1)].join('\u200c').toUpperCase()
}
