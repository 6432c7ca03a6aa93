import { found } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { hoursIn } from './free-week.ts'
import { mayKeepOrganisation } from './may.ts'
import { placeOf } from './people-reads.ts'
import type { Profile } from './person.ts'
import { countryName, languageName } from './place-names.ts'
import { profilesOf } from './profile-reads.ts'
import { type GivenRole, roleNames } from './role.ts'
import { findRole, rolesIn } from './role-reads.ts'
import { topicName } from './topics.ts'

/** What is known of one person, for whom the walls show them to; their code and roles, for who keeps the organisation. */
export const personPage: Page = async (db, asked, again) => {
  const { say, params } = asked
  // After a refused ending of a role, the path names the role and not the person.
  const person = params.person ?? found(await findRole(db, params.role ?? '')).person
  const { organisation } = found(await placeOf(db, person))
  const keeps = mayKeepOrganisation(db, organisation)
  const profile = found((await profilesOf(db, [person])).get(person))
  const roles = keeps ? (await rolesIn(db, organisation)).filter((role) => role.person === person) : []
  const body = (
    <>
      <h1>
        <Name name={profile.fullName} />
      </h1>
      <ErrorSummary say={say} again={again} />
      {keeps && profile.email === null ? <Notice kind="wait">{say('page.person.no-email')}</Notice> : null}
      <Facts facts={factsOf(asked, profile, keeps)} />
      {keeps ? (
        <>
          <p class="deeds">
            <a class="button" href={`/people/${person}/profile`}>
              {say('page.person.change')}
            </a>
            <a href={`/organisations/${organisation}/people`}>{say('page.person.all')}</a>
          </p>
          <Roles asked={asked} person={person} profile={profile} roles={roles} />
        </>
      ) : null}
    </>
  )
  return { title: profile.fullName, body }
}

function factsOf({ say }: Asked, profile: Profile, keeps: boolean) {
  const bdi = (text: string | null) => (text === null || text === '' ? null : <bdi>{text}</bdi>)
  const topics = (kept: readonly string[]) => bdi(say.list(kept.map((topic) => topicName(say, topic))))
  return [
    [say('column.code'), keeps ? bdi(profile.code) : null],
    [say('column.calledName'), bdi(profile.calledName)],
    [say('column.nameLatin'), bdi(profile.nameLatin)],
    [say('column.email'), bdi(profile.email)],
    [say('column.phone'), bdi(profile.phone)],
    [say('column.unit'), bdi(profile.unit)],
    [say('column.jobTitle'), bdi(profile.jobTitle)],
    [say('column.grade'), bdi(profile.grade)],
    [say('column.lineManagerCode'), keeps ? bdi(profile.lineManagerCode) : null],
    [say('column.country'), bdi(countryName(say, profile.country))],
    [say('column.field'), bdi(profile.field)],
    [say('column.languages'), bdi(say.list(profile.languages.map((tag) => languageName(say, tag))))],
    [say('column.canHelpWith'), topics(profile.canHelpWith)],
    [say('column.wantsHelpWith'), topics(profile.wantsHelpWith)],
    [say('column.freeHours'), bdi(hoursIn(say.language, profile.freeHours ?? []))],
    [say('column.zone'), bdi(profile.zone.replaceAll('_', ' '))],
    [say('column.about'), bdi(profile.about)],
  ] as const
}

type RolesProps = { asked: Asked; person: string; profile: Profile; roles: readonly GivenRole[] }

function Roles({ asked: { say, me, formId }, person, profile, roles }: RolesProps) {
  const name = profile.calledName ?? profile.fullName
  const missing = roleNames.filter((role) => !roles.some((given) => given.role === role && given.programme === null))
  return (
    <>
      <h2>{say('page.person.roles')}</h2>
      {roles.length === 0 ? <p>{say('page.person.no-role', { name: `\u2068${name}\u2069` })}</p> : null}
      {roles.map(({ id, role, programme }) => (
        <section class="card">
          <p>{say(programme === null ? `page.person.role.${role}` : 'page.person.role.safeguarding-programme')}</p>
          {me?.administers ? <Button action={`/roles/${id}/ending`} label={say('page.person.end-role')} kind="quiet" little /> : null}
        </section>
      ))}
      {me?.administers ? (
        <p>
          <a href="/safeguarding">{say('page.officers.title')}</a> · <a href={`/people/${person}/erasure`}>{say('page.person.erasure')}</a>
        </p>
      ) : null}
      {me?.administers ? (
        <p>
          <a href={`/people/${person}/passkeys`}>{say('page.person.passkeys')}</a>
        </p>
      ) : null}
      {me?.administers ? (
        <div class="deeds">
          {missing.map((role) => (
            <Button
              action={`/people/${person}/roles`}
              label={say(`page.person.give.${role}`)}
              kind="second"
              little
              fields={{ id: formId, role }}
            />
          ))}
        </div>
      ) : null}
    </>
  )
}
