import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { idFrom } from './form-ids.ts'
import { limits } from './round.ts'
import { type Faces, nameIn } from './round-people.ts'
import type { Pin } from './round-reads.ts'

type PinsProps = { say: Say; faces: Faces; pins: readonly Pin[]; action: string; formId: string }

/** What the coordinator decided, each to be taken back. */
export function Pins({ say, faces, pins, action, formId }: PinsProps) {
  return (
    <details>
      <summary>{say('page.round.pins', { count: pins.length })}</summary>
      <ul class="plain">
        {pins.slice(0, limits.pairsShownMax).map((pin, at) => (
          <li class="deeds">
            <Tag kind={pin.kind === 'together' ? 'good' : 'wait'}>{say(`page.round.pin.${pin.kind}`)}</Tag>
            <Name name={nameIn(faces, pin.menteeEnrolment)} /> + <Name name={nameIn(faces, pin.mentorEnrolment)} />
            <Button
              action={action}
              fields={{ id: idFrom(formId, at + 1), pin: pin.id }}
              label={say('page.round.lift')}
              of={nameIn(faces, pin.menteeEnrolment)}
              kind="quiet"
              little
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
