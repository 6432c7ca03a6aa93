import { found } from '#ground/refusal'
import type { Page } from '#ground/route'
import { placeOf } from '#people/people-reads'
import { profilesOf } from '#people/profile-reads'
import { mustAdminister } from '#people/role-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { passkeyCount } from './reads.ts'

/** For an administrator, when somebody has lost both their passkeys and their codes. */
export const liftPasskeysPage: Page = async (db, asked, again) => {
  const { say, params } = asked
  const person = params.person ?? ''
  const { organisation } = found(await placeOf(db, person))
  await mustAdminister(db, organisation)
  const profile = found((await profilesOf(db, [person])).get(person))
  const count = await passkeyCount(db, person)
  const body = (
    <>
      <h1>{say('page.lift-passkeys.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        <Name name={profile.fullName} />
      </p>
      <p>{say('page.lift-passkeys.count', { count })}</p>
      {count > 0 ? (
        <>
          <p>{say('page.lift-passkeys.lead')}</p>
          <Button action={`/people/${person}/passkeys/lifting`} label={say('page.lift-passkeys.lift')} kind="danger" />
        </>
      ) : null}
      <p>
        <a href={`/people/${person}`}>{say('page.lift-passkeys.back')}</a>
      </p>
    </>
  )
  return { title: say('page.lift-passkeys.title'), body }
}
