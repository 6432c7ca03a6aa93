import { sayDay } from '#ground/when'
import { Button } from '#ui/button'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import type { Section } from './section.ts'

type FullProps = Section & { full: { id: string; until: Temporal.PlainDate } | undefined }

/** Whether one is asked anything new at present: one button either way. */
export function FullSection({ asked: { say, formId }, again, full }: FullProps) {
  if (full !== undefined) {
    return (
      <Notice kind="wait">
        <p>{say('page.hours.full', { date: sayDay(say, full.until) })}</p>
        <Button action={`/me/fullness/${full.id}/taking-back`} label={say('page.hours.full-end')} kind="second" />
      </Notice>
    )
  }
  return (
    <>
      <h2>{say('page.hours.full-title')}</h2>
      <p>{say('page.hours.full-lead')}</p>
      <Button action="/me/fullness" label={say('page.hours.full-month')} kind="second" fields={{ id: formId, until: 'month' }} />
      <details open={again !== undefined}>
        <summary>{say('page.hours.full-other')}</summary>
        <form method="post" action="/me/fullness/until">
          <Hidden name="id" value={formId} />
          <TextField
            say={say}
            again={again}
            name="fullUntil"
            label={say('page.hours.full-until')}
            hint={say('page.hours.date-hint')}
            short
          />
          <button type="submit" class="second">
            {say('page.hours.full-say')}
          </button>
        </form>
      </details>
    </>
  )
}
