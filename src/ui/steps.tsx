import type { Markup } from '#ground/route'
import type { Say } from '#ground/words'

export type Step = { label: Markup; state: 'done' | 'now' | 'next'; note?: Markup }

/** The way from here to there: what is done, where one is, what comes. */
export function Steps({ say, label, steps }: { say: Say; label: string; steps: readonly Step[] }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="hidden">{say(`ui.steps.${step.state}`)} </span>
          {step.label}
          {step.note ? <div class="hint">{step.note}</div> : null}
        </li>
      ))}
    </ol>
  )
}
