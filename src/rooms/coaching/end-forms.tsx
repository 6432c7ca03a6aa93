import { Button } from '#ui/button'
import type { FormProps } from './meeting-forms.tsx'

type EndProps = FormProps & { keeps: boolean; owns: boolean; coaches: boolean; hasBegun: boolean; waits: boolean }

/** Before it begins it is cancelled; afterwards one says who did not come. A coordinator says whose doing it was. */
export function EndForms({ say, id, keeps, owns, coaches, hasBegun, waits }: EndProps) {
  const own = owns || coaches
  const sides = own ? ([coaches ? 'client' : 'coach'] as const) : (['client', 'coach'] as const)
  const part = hasBegun && !waits ? 'absence' : 'cancelling'
  if (!(keeps || own)) return null
  if (part === 'cancelling' && own) {
    return <Button action={`/coaching-meetings/${id}/cancelling`} label={say('page.coaching-meeting.cancel')} kind="quiet" />
  }
  return (
    <div class="row">
      {sides.map((side) => (
        <Button
          action={`/coaching-meetings/${id}/${part}`}
          label={say(`page.coaching-meeting.${part}-${side}`)}
          kind="quiet"
          fields={{ side }}
        />
      ))}
    </div>
  )
}
