import { found } from '#ground/refusal'
import type { Page } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { mustKeepOrganisation } from './may.ts'
import { placeOf } from './people-reads.ts'
import { limits } from './person.ts'
import { HelpFields, NameFields, OrganisationFields, WeekFields } from './profile-fields.page.tsx'
import { profilesOf } from './profile-reads.ts'
import { Reading } from './reading.page.tsx'

/** The whole profile of a person, to be changed by who keeps the organisation. */
export const editProfilePage: Page = async (db, { say, params }, again) => {
  const person = params.person ?? ''
  const { organisation } = found(await placeOf(db, person))
  mustKeepOrganisation(db, organisation)
  const profile = found((await profilesOf(db, [person])).get(person))
  const title = say('page.person.change-title', { name: `\u2068${profile.fullName}\u2069` })
  const fields = { say, again, profile }
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/people/${person}/profile`}>
        <NameFields {...fields} />
        <h2>{say('page.person.organisation')}</h2>
        <TextField
          say={say}
          again={again}
          name="code"
          label={say('column.code')}
          seen={say('page.me.seen.us')}
          value={profile.code}
          maxlength={limits.codeCharsMax}
          short
        />
        <OrganisationFields {...fields} />
        <h2>{say('page.me.reading')}</h2>
        <Reading say={say} again={again} value={profile} />
        <h2>{say('page.me.help')}</h2>
        <HelpFields {...fields} />
        <h2>{say('page.me.hours')}</h2>
        <WeekFields {...fields} />
        <button type="submit">{say('page.me.save')}</button>
      </form>
    </>
  )
  return { title, body }
}
