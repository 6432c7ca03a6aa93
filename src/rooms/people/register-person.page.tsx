import { textOf } from '#ground/form'
import { found } from '#ground/refusal'
import type { Page } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { importingOrganisation } from './import-reads.ts'
import { limits } from './person.ts'
import { NameFields, OrganisationFields } from './profile-fields.page.tsx'
import { Reading } from './reading.page.tsx'

/** One person, by hand. */
export const registerPersonPage: Page = async (db, { say, params, formId }, again) => {
  const organisation = found(await importingOrganisation(db, params.organisation ?? ''))
  const { language, zone } = organisation
  const calendar = language === 'fa-AF' ? 'persian' : 'gregory'
  const body = (
    <>
      <h1>{say('page.new-person.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.new-person.more')}</p>
      <form method="post" action={`/organisations/${organisation.id}/people/new`}>
        <Hidden name="id" value={textOf(again?.values, 'id') ?? formId} />
        <NameFields say={say} again={again} />
        <TextField
          say={say}
          again={again}
          name="code"
          label={say('column.code')}
          hint={say('page.new-person.code-hint')}
          seen={say('page.me.seen.us')}
          maxlength={limits.codeCharsMax}
          short
          optional
        />
        <OrganisationFields say={say} again={again} />
        <Reading say={say} again={again} value={{ language, calendar, zone }} />
        <button type="submit">{say('page.people.add')}</button>
      </form>
    </>
  )
  return { title: say('page.new-person.title'), body }
}
