import { sayClock, sayNearDay } from '#ground/when'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, TextField } from '#ui/field'
import { Table } from '#ui/table'
import type { OwnException } from './hours-reads.ts'
import type { Section } from './section.ts'

/** Days that differ from the week: those said, and two forms for more. */
export function Exceptions({ asked, again, exceptions }: Section & { exceptions: readonly OwnException[] }) {
  const { say } = asked
  const isOf = (field: string) => (again !== undefined && field in again.values ? again : undefined)
  return (
    <>
      <h2>{say('page.hours.exceptions')}</h2>
      {exceptions.length === 0 ? <p>{say('page.hours.exceptions-none')}</p> : <Said say={say} exceptions={exceptions} />}
      <AwayForm asked={asked} again={isOf('awayFrom')} />
      <ExtraForm asked={asked} again={isOf('extraOn')} />
    </>
  )
}

function Said({ say, exceptions }: { say: Say; exceptions: readonly OwnException[] }) {
  return (
    <Table
      caption={say('page.hours.exceptions')}
      quiet
      rows={exceptions}
      columns={[
        { head: say('page.hours.days'), rowHead: true, cell: (one) => daysOf(say, one) },
        { head: say('page.hours.what'), cell: (one) => whatOf(say, one) },
        {
          head: say('page.hours.take-back'),
          cell: (one) => (
            <Button
              action={`/me/hours/exceptions/${one.id}/taking-back`}
              label={say('page.hours.take-back')}
              kind="quiet"
              little
              of={daysOf(say, one)}
            />
          ),
        },
      ]}
    />
  )
}

function daysOf(say: Say, { from, to }: OwnException): string {
  if (from.equals(to)) return sayNearDay(say, from)
  return say('page.hours.span', { from: sayNearDay(say, from), to: sayNearDay(say, to) })
}

function whatOf(say: Say, { kind, fromMinutes, toMinutes }: OwnException): string {
  if (kind === 'away') return say('page.hours.away')
  return say('page.hours.extra', { from: sayClock(say, fromMinutes ?? 0), to: sayClock(say, toMinutes ?? 0) })
}

function AwayForm({ asked: { say, formId }, again }: Section) {
  const same = { say, again, short: true }
  return (
    <details open={again !== undefined}>
      <summary>{say('page.hours.away-title')}</summary>
      <form method="post" action="/me/hours/absences">
        <Hidden name="id" value={formId} />
        <TextField {...same} name="awayFrom" label={say('page.hours.away-from')} hint={say('page.hours.date-hint')} />
        <TextField {...same} name="awayTo" label={say('page.hours.away-to')} hint={say('page.hours.away-to-hint')} optional />
        <button type="submit" class="second">
          {say('page.hours.away-say')}
        </button>
      </form>
    </details>
  )
}

function ExtraForm({ asked: { say, formId }, again }: Section) {
  return (
    <details open={again !== undefined}>
      <summary>{say('page.hours.extra-title')}</summary>
      <form method="post" action="/me/hours/extra">
        <Hidden name="id" value={formId} />
        <TextField say={say} again={again} name="extraOn" label={say('page.hours.extra-on')} hint={say('page.hours.date-hint')} short />
        <TextField say={say} again={again} name="extraHours" label={say('page.hours.extra-hours')} hint={say('page.hours.extra-hint')} />
        <button type="submit" class="second">
          {say('page.hours.extra-say')}
        </button>
      </form>
    </details>
  )
}
