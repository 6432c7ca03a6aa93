import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { TextField } from '#ui/field'
import { limits } from './note.ts'

type Box = { say: Say; partnership: string; again?: Again | undefined; query?: string }

/** Looks through what one may read here. */
export function SearchBox({ say, partnership, again, query }: Box) {
  return (
    <form method="post" action={`/partnerships/${partnership}/notebook/search`} autocomplete="off">
      <TextField
        say={say}
        again={again}
        name="q"
        value={query}
        type="search"
        label={say('page.notebook.search')}
        hint={say('page.notebook.search-hint')}
        maxlength={limits.queryCharsMax}
      />
      <button type="submit" class="second">
        {say('page.notebook.search-go')}
      </button>
    </form>
  )
}
