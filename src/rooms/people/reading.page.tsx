import type { Again } from '#ground/route'
import { calendars, type Say } from '#ground/words'
import { Radios, Select } from '#ui/field'

type ReadingProps = { say: Say; again?: Again | undefined; value?: { language: string; calendar: string; zone: string } }

/** How somebody reads: language, calendar, zone. */
export function Reading({ say, again, value = say }: ReadingProps) {
  const zones = [...new Set([value.zone, ...commonZones])]
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

/** One for each way of the clock that many people live by; all that IANA names would be most of a page's weight. Any other is kept. */
const commonZones = `UTC Africa/Abidjan Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Cairo Africa/Casablanca Africa/Dakar
  Africa/Dar_es_Salaam Africa/Harare Africa/Johannesburg Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Kinshasa Africa/Lagos
  Africa/Lusaka Africa/Maputo Africa/Mogadishu Africa/Nairobi Africa/Ndjamena Africa/Tripoli Africa/Tunis America/Argentina/Buenos_Aires
  America/Bogota America/Caracas America/Chicago America/Denver America/Guatemala America/Halifax America/Lima America/Los_Angeles
  America/Mexico_City America/New_York America/Port-au-Prince America/Santiago America/Sao_Paulo America/Toronto Asia/Aden Asia/Almaty
  Asia/Amman Asia/Baghdad Asia/Baku Asia/Bangkok Asia/Beirut Asia/Bishkek Asia/Colombo Asia/Damascus Asia/Dhaka Asia/Dubai Asia/Dushanbe
  Asia/Gaza Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Karachi Asia/Kathmandu Asia/Kolkata Asia/Kuala_Lumpur Asia/Kuwait
  Asia/Manila Asia/Qatar Asia/Riyadh Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tokyo
  Asia/Yangon Asia/Yerevan Australia/Melbourne Australia/Sydney Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin
  Europe/Brussels Europe/Bucharest Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Kyiv Europe/Lisbon
  Europe/London Europe/Madrid Europe/Moscow Europe/Oslo Europe/Paris Europe/Rome Europe/Stockholm Europe/Vienna Europe/Warsaw
  Europe/Zurich Pacific/Auckland Pacific/Fiji Pacific/Port_Moresby`.split(/\s+/)
