import type { Again } from '#ground/route'
import { calendars, type Say } from '#ground/words'
import { Radios, Select } from '#ui/field'

type ReadingProps = { say: Say; again?: Again | undefined; value?: { language: string; calendar: string; zone: string } }

/** How somebody reads: language, calendar, zone. */
export function Reading({ say, again, value = say }: ReadingProps) {
  const zones = [...new Set([value.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
  return (
    <>
      <Radios
        say={say}
        name="language"
        label={say('label.language')}
        value={value.language}
        again={again}
        row
        choices={[
          { value: 'en', label: 'English' },
          { value: 'fa-AF', label: 'دری' },
        ]}
      />
      <Radios
        say={say}
        name="calendar"
        label={say('label.calendar')}
        value={value.calendar}
        again={again}
        row
        choices={calendars.map((one) => ({ value: one, label: say(`calendar.${one}`) }))}
      />
      <Select
        say={say}
        name="zone"
        label={say('label.zone')}
        value={value.zone}
        again={again}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
    </>
  )
}
