import type { Slip } from '#ground/form'
import { type Say, sayKey } from '#ground/words'
import { fieldId } from './field-lines.tsx'

/** What to mend, first on the page and with the focus; each sentence leads to its field. */
export function ErrorSummary({ say, again }: { say: Say; again?: { slips: readonly Slip[] } | undefined }) {
  if (again === undefined || again.slips.length === 0) return null
  return (
    <div class="notice bad" role="alert" tabindex={-1} autofocus aria-labelledby="slips">
      <h2 id="slips">{say('ui.slips', { count: again.slips.length })}</h2>
      <ul>
        {again.slips.map((slip) => {
          const words = sayKey(say, slip.key, slip.facts)
          return <li>{slip.field === '' ? words : <a href={`#${fieldId(slip.field)}`}>{words}</a>}</li>
        })}
      </ul>
    </div>
  )
}
