import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Radios } from '#ui/field'

/** Two questions beside a confirmation that may stay without an answer; the coach never sees what was told. */
export function ToldFields({ say, again, open }: { say: Say; again: Again | undefined; open?: boolean }) {
  return (
    <details open={open}>
      <summary>{say('page.told.two')}</summary>
      <p class="soft">{say('page.told.seen')}</p>
      <Radios
        say={say}
        name="useful"
        label={say('page.told.useful')}
        row
        value=""
        again={again}
        choices={['1', '2', '3', '4', '5'].map((value) => ({ value, label: say.number(Number(value)) }))}
      />
      <Radios
        say={say}
        name="askedForMoney"
        label={say('page.told.money')}
        row
        value=""
        again={again}
        choices={(['no', 'yes'] as const).map((value) => ({ value, label: say(`page.told.money.${value}`) }))}
      />
    </details>
  )
}
