import type { Again, Markup } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { Radios, Select, TextField, Tick, Ticks } from '#ui/field'
import { type Business, type CoachWish, limits, noWish, packages, sections, sexes } from './business.ts'
import { saySection } from './businesses.page.tsx'
import { OwnerFields } from './owner-fields.page.tsx'

type FieldsProps = {
  say: Say
  again: Again | undefined
  business?: Business
  /** The codes of its owners, as far as the house knows them. */
  codes?: readonly string[]
  wish?: CoachWish
  /** The name of who applies with a business of their own. */
  self?: string
}

/** What is asked of a business: when it is registered, applied with, and changed. */
export function Fields({ say, again, business, codes = [], wish = noWish, self }: FieldsProps): Markup {
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
        <OwnerFields say={say} nth={at + 1} again={again} owner={business?.owners[at]} code={codes[at] ?? ''} self={self} />
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
      <details open={again !== undefined || business?.trainings.some(({ year }) => year !== null)}>
        <summary>{say('page.register.years')}</summary>
        {packages.map((one) => (
          <TextField
            say={say}
            name={`year${one}`}
            label={say('page.register.year-of', { training: one })}
            inputmode="numeric"
            value={String(business?.trainings.find((training) => training.package === one)?.year ?? '')}
            short
            optional
            again={again}
          />
        ))}
      </details>
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
      <Wishes say={say} again={again} wish={wish} />
    </>
  )
}

/** What an owner needs of a coach; it is sealed, and no funder ever reads it. */
function Wishes({ say, again, wish }: { say: Say; again: Again | undefined; wish: CoachWish }) {
  return (
    <>
      <Radios
        say={say}
        name="coachSex"
        label={say('page.register.coach-sex')}
        seen={say('seen.business')}
        hint={say('page.register.wish-hint')}
        value={wish.sex ?? 'any'}
        choices={[...sexes, 'any' as const].map((value) => ({ value, label: say(`coach-sex.${value}`) }))}
        again={again}
        row
      />
      <Tick say={say} name="companion" label={say('page.register.companion')} ticked={wish.companion} again={again} />
    </>
  )
}
