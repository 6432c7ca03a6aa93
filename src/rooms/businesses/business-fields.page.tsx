import type { Again, Markup } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { Select, TextField, Tick, Ticks } from '#ui/field'
import { type Business, limits, packages, sections } from './business.ts'
import { saySection } from './businesses.page.tsx'

type FieldsProps = { say: Say; again: Again | undefined; business?: Business; codes: readonly string[] }

/** What is asked of a business, when it is registered and when it is changed. */
export function Fields({ say, again, business, codes }: FieldsProps): Markup {
  const seen = say('seen.business')
  return (
    <>
      <TextField
        say={say}
        name="name"
        label={say('label.business.name')}
        seen={seen}
        value={business?.name}
        maxlength={limits.nameCharsMax}
        again={again}
      />
      {Array.from({ length: limits.ownersMax }, (_, at) => (
        <OwnerFields say={say} nth={at + 1} again={again} business={business} code={codes[at] ?? ''} />
      ))}
      <Select
        say={say}
        name="section"
        label={say('label.business.section')}
        hint={say('page.register.section-hint')}
        choices={sections.map((letter) => ({ value: letter, label: `${letter} ${saySection(say, letter)}` }))}
        empty={say('page.register.choose')}
        value={business?.section}
        again={again}
      />
      <TextField
        say={say}
        name="sector"
        label={say('label.business.sector')}
        hint={say('page.register.sector-hint')}
        value={business?.sector}
        maxlength={limits.nameCharsMax}
        optional
        again={again}
      />
      <TextField
        say={say}
        name="place"
        label={say('label.business.place')}
        hint={say('page.register.place-hint')}
        seen={seen}
        value={business?.place}
        maxlength={limits.nameCharsMax}
        optional
        again={again}
      />
      <TextField
        say={say}
        name="startedOn"
        label={say('label.business.started')}
        hint={say('page.register.started-hint')}
        value={business?.startedOn ? sayShortDay(say, business.startedOn) : ''}
        short
        optional
        again={again}
      />
      <TextField
        say={say}
        name="workers"
        label={say('label.business.workers')}
        hint={say('page.register.workers-hint')}
        inputmode="numeric"
        value={String(business?.workers ?? 1)}
        short
        again={again}
      />
      <Ticks
        say={say}
        name="trainings"
        label={say('label.business.trainings')}
        choices={packages.map((value) => ({ value, label: say(`siyb.${value}`) }))}
        values={business?.trainings.map((training) => training.package)}
        again={again}
      />
      <TextField
        say={say}
        name="trainedIn"
        label={say('page.register.trained-in')}
        inputmode="numeric"
        value={String(business?.trainings[0]?.year ?? '')}
        short
        optional
        again={again}
      />
      <TextField
        say={say}
        name="licence"
        label={say('label.business.licence')}
        seen={seen}
        value={business?.licence ?? ''}
        maxlength={limits.licenceCharsMax}
        short
        optional
        again={again}
      />
      <TextField
        say={say}
        name="phone"
        label={say('label.business.phone')}
        seen={seen}
        type="tel"
        value={business?.phone ?? ''}
        maxlength={limits.phoneCharsMax}
        short
        optional
        again={again}
      />
      <Tick
        say={say}
        name="otherSupport"
        label={say('page.register.other-support')}
        ticked={business?.otherSupport ?? false}
        again={again}
      />
      <Tick say={say} name="tied" label={say('page.register.tied')} ticked={business?.tied ?? false} again={again} />
    </>
  )
}

type OwnerProps = { say: Say; nth: number; again: Again | undefined; business: Business | undefined; code: string }

function OwnerFields({ say, nth, again, business, code }: OwnerProps) {
  const owner = business?.owners[nth - 1]
  return (
    <details open={nth === 1 || owner !== undefined || Boolean(again?.values[`owner${nth}`])}>
      <summary>{say('page.register.owner-nth', { nth })}</summary>
      <TextField
        say={say}
        name={`owner${nth}`}
        label={say('page.register.owner')}
        seen={say('seen.business')}
        value={owner?.name}
        maxlength={limits.nameCharsMax}
        again={again}
      />
      <TextField
        say={say}
        name={`ownerCode${nth}`}
        label={say('page.register.owner-code')}
        hint={say('page.register.owner-code-hint')}
        value={code}
        short
        optional
        again={again}
      />
      <Tick say={say} name={`adult${nth}`} label={say('page.register.adult')} ticked={owner?.adult ?? false} again={again} />
    </details>
  )
}
