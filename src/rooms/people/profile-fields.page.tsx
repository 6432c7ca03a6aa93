import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { TextArea, TextField, Ticks } from '#ui/field'
import { hoursBeside, hoursIn } from './free-week.ts'
import { limits, type Profile } from './person.ts'
import { countryName, languageName } from './place-names.ts'
import { TopicFields } from './topic-fields.page.tsx'
import { WeekBoxes } from './week-boxes.tsx'

export type FieldsProps = { say: Say; again: Again | undefined; profile?: Partial<Profile> }

/** Names, and how to reach the person. */
export function NameFields({ say, again, profile = {} }: FieldsProps) {
  const seen = say('page.me.seen.partner')
  const reach = say('page.me.seen.contact')
  const same = { say, again, maxlength: limits.nameCharsMax }
  const { fullName, calledName, nameLatin, email, phone } = profile
  return (
    <>
      <TextField {...same} name="fullName" label={say('column.fullName')} hint={say('page.first.name-hint')} seen={seen} value={fullName} />
      <TextField
        {...same}
        name="calledName"
        label={say('column.calledName')}
        hint={say('page.me.called-hint')}
        seen={seen}
        value={calledName ?? ''}
        optional
      />
      <TextField {...same} name="nameLatin" label={say('column.nameLatin')} seen={seen} value={nameLatin ?? ''} optional />
      <TextField
        {...same}
        name="email"
        label={say('column.email')}
        seen={reach}
        type="email"
        inputmode="email"
        value={email ?? ''}
        optional
      />
      <TextField {...same} name="phone" label={say('column.phone')} seen={reach} type="tel" inputmode="tel" value={phone ?? ''} optional />
    </>
  )
}

/** Languages, topics, and a few words about oneself. */
export function HelpFields({ say, again, profile = {} }: FieldsProps) {
  const seen = say('page.me.seen.keepers')
  const same = { say, again, seen, optional: true }
  const { canHelpWith = [], wantsHelpWith = [], languages = [], about } = profile
  return (
    <>
      <TextField
        {...same}
        name="languages"
        label={say('column.languages')}
        hint={say('page.me.list-hint', { max: limits.languagesMax })}
        value={languages.map((tag) => languageName(say, tag)).join(comma(say))}
      />
      <TopicFields say={say} again={again} name="canHelpWith" kept={canHelpWith} seen={seen} />
      <TopicFields say={say} again={again} name="wantsHelpWith" kept={wantsHelpWith} seen={seen} />
      <TextArea
        {...same}
        name="about"
        label={say('column.about')}
        seen={say('page.me.seen.partner')}
        value={about ?? ''}
        maxlength={limits.aboutCharsMax}
      />
    </>
  )
}

/** The week in boxes; hours that no box holds are shown, and kept unless they are unticked. */
export function WeekFields({ say, again, profile = {} }: FieldsProps) {
  const hours = profile.freeHours ?? []
  const beside = hoursBeside(hours)
  const kept = say('page.me.beside-keep', { hours: hoursIn(say.language, beside) })
  return (
    <>
      <p class="seen">{say('page.me.seen.keepers')}</p>
      <WeekBoxes say={say} again={again} hours={hours} />
      {beside.length === 0 ? null : (
        <Ticks
          say={say}
          again={again}
          name="beside"
          label={say('page.me.beside')}
          values={['keep']}
          choices={[{ value: 'keep', label: kept }]}
        />
      )}
    </>
  )
}

/** What the organisation says of the person. */
export function OrganisationFields({ say, again, profile = {} }: FieldsProps) {
  const same = { say, again, seen: say('page.me.seen.us'), maxlength: limits.nameCharsMax, optional: true }
  const { unit, jobTitle, grade, lineManagerCode, country, field } = profile
  return (
    <>
      <TextField {...same} name="unit" label={say('column.unit')} seen={say('page.me.seen.partner')} value={unit ?? ''} />
      <TextField {...same} name="jobTitle" label={say('column.jobTitle')} seen={say('page.me.seen.partner')} value={jobTitle ?? ''} />
      <TextField {...same} name="grade" label={say('column.grade')} value={grade ?? ''} short />
      <TextField {...same} name="lineManagerCode" label={say('column.lineManagerCode')} value={lineManagerCode ?? ''} short />
      <TextField {...same} name="country" label={say('column.country')} value={countryName(say, country ?? null)} />
      <TextField {...same} name="field" label={say('column.field')} value={field ?? ''} />
    </>
  )
}

const comma = (say: Say) => (say.dir === 'rtl' ? '، ' : ', ')
