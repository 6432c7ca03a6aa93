import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { profilesOf } from '#people/profile-reads'
import { findProgramme } from '#programmes/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { Name } from '#ui/name'
import { Fields } from './business-fields.page.tsx'
import { programmesToApplyIn } from './reads.ts'

/** The form by which a mentee applies with a business of their own. */
export async function applyPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  if (db.by === null || !(await programmesToApplyIn(db)).includes(programme.id)) missing()
  const self = found((await profilesOf(db, [db.by])).get(db.by))
  const path = `/programmes/${programme.id}/business-applications`
  const body = (
    <>
      <p class="small">
        <Name name={programme.name} />
      </p>
      <h1>{say('page.apply.head')}</h1>
      <p>{say('page.apply.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={path}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Fields say={say} again={again} self={self.fullName} />
        <button type="submit">{say('page.apply.do')}</button>
      </form>
    </>
  )
  return { title: say('page.apply.head'), body }
}
