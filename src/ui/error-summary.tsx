import type { Slip } from '#ground/form'
import { type Say, sayKey } from '#ground/words'
import { fieldId } from './field-lines.tsx'

type SummaryProps = {
  say: Say
  again?: { slips: readonly Slip[] } | undefined
  /** The fields' labels by name, for pages where two fields may slip with the same sentence. */
  labels?: Readonly<Record<string, string>>
}

/** What to mend, first on the page and with the focus; each sentence leads to its field. */
export function ErrorSummary({ say, again, labels = {} }: SummaryProps) {
  if (again === undefined || again.slips.length === 0) return null
  return (
    <div class="notice bad" role="alert" tabindex={-1} autofocus aria-labelledby="slips">
      <h2 id="slips">{say('ui.slips', { count: again.slips.length })}</h2>
      <ul>
        {again.slips.map((slip) => (
          <li>{slip.field === '' ? wordsOf(say, slip, labels) : <a href={`#${fieldId(slip.field)}`}>{wordsOf(say, slip, labels)}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

function wordsOf(say: Say, slip: Slip, labels: Readonly<Record<string, string>>): string {
  const sentence = sayKey(say, slip.key, slip.facts)
  const label = labels[slip.field]
  return label === undefined ? sentence : say('ui.slip-of', { label, sentence })
}
