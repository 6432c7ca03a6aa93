import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { profilesOf } from '#people/profile-reads'
import { findProgramme } from '#programmes/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { limits } from './business.ts'
import { Fields } from './business-fields.page.tsx'
import { wishOf } from './private-reads.ts'
import { findBusiness } from './reads.ts'

/** The form that registers a business of a programme. */
export async function registerPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}/businesses`}>{say('page.businesses.title')}</a>
      </p>
      <h1>{say('page.register.head')}</h1>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/programmes/${programme.id}/businesses`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField
          say={say}
          name="code"
          label={say('page.register.code')}
          hint={say('page.register.code-hint')}
          maxlength={limits.codeCharsMax}
          short
          optional
          again={again}
        />
        <Fields say={say} again={again} />
        <button type="submit">{say('page.register.do')}</button>
      </form>
    </>
  )
  return { title: say('page.register.head'), body }
}

/** The same, for a business that is there. */
export async function changePage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const business = found(await findBusiness(db, params.business ?? ''))
  const people = await profilesOf(
    db,
    business.owners.flatMap(({ person }) => (person ? [person] : [])),
  )
  const codes = business.owners.map(({ person }) => (person ? (people.get(person)?.code ?? '') : ''))
  const body = (
    <>
      <p class="small">
        <a href={`/businesses/${business.id}`}>
          <Name name={business.name} />
        </a>
      </p>
      <h1>{say('page.register.change')}</h1>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/businesses/${business.id}/particulars`}>
        <Hidden name="version" value={String(again?.values.version ?? business.version)} />
        <Fields say={say} again={again} business={business} codes={codes} wish={await wishOf(db, business)} />
        <button type="submit">{say('page.register.save')}</button>
      </form>
    </>
  )
  return { title: say('page.register.change'), body }
}
