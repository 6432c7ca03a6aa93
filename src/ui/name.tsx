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

/** The first letters of the first and the last word; of a name of one word, its first letter. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word === undefined ? '' : (/\p{L}/u.exec(word)?.[0] ?? ''),
  )
  return letters.join('\u200c').toUpperCase()
}
