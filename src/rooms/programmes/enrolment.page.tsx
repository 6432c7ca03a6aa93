import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { profilesOf } from '#people/profile-reads'
import { topicName } from '#people/topics'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { TextField } from '#ui/field'
import { Name } from '#ui/name'
import { When } from '#ui/when'
import { EnrolmentSteps } from './enrolment-steps.tsx'
import { sayTexts } from './pathway-forms.ts'
import { pathwayOf } from './pathway-reads.ts'
import { ownSide } from './pathway-say.ts'
import { findEnrolment, findProgramme } from './reads.ts'
import { stepsOfEnrolment } from './step-reads.ts'

/** One person in one programme: their places, and leaving; for themselves and for the coordinator. */
export async function enrolmentPage(db: Db, { me, say, params }: Asked, again?: Again): Promise<View> {
  const enrolment = found(await findEnrolment(db, params.enrolment ?? ''))
  const programme = found(await findProgramme(db, enrolment.programme))
  const profile = found((await profilesOf(db, [enrolment.person])).get(enrolment.person))
  const own = enrolment.person === me?.person
  const withdrawnAt = enrolment.withdrawnAt
  const pathway = await pathwayOf(db, programme.id)
  const body = (
    <>
      <p class="small">
        <a href={own ? '/' : `/programmes/${programme.id}/enrolments`}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{own ? say('page.enrolment.you', ownSide(say, pathway, enrolment.side)) : <Name name={profile.fullName} />}</h1>
      <ErrorSummary say={say} again={again} />
      <Facts
        facts={[
          [say('label.side'), sayTexts(say, pathway.sides[enrolment.side])],
          [say('label.topics'), say.list(enrolment.topics.map((topic) => topicName(say, topic)))],
          [say('label.wish'), enrolment.wish === '' ? null : <span dir="auto">{enrolment.wish}</span>],
          [say('label.since'), <When say={say} at={enrolment.enrolledAt} day />],
          [say('label.withdrawn'), withdrawnAt === null ? null : <When say={say} at={withdrawnAt} day />],
        ]}
      />
      <EnrolmentSteps
        say={say}
        pathway={pathway}
        enrolment={enrolment}
        steps={await stepsOfEnrolment(db, enrolment.id)}
        own={own}
        coordinates={me?.scope.programmes.includes(programme.id) ?? false}
      />
      {withdrawnAt === null ? (
        <>
          <form method="post" action={`/enrolments/${enrolment.id}/capacity`}>
            <TextField
              say={say}
              name="capacity"
              label={own ? say('page.enrolment.your-places') : say('page.enrolment.places')}
              hint={say('page.enrolment.places-hint')}
              value={say.number(enrolment.capacity)}
              inputmode="numeric"
              short
              again={again}
            />
            <button type="submit">{say('page.save')}</button>
          </form>
          <h2>{say('page.enrolment.leave-head')}</h2>
          <p>{say('page.enrolment.leave-body')}</p>
          <Button
            action={`/enrolments/${enrolment.id}/withdrawal`}
            label={own ? say('page.enrolment.leave') : say('page.enrolment.withdraw')}
            kind="danger"
          />
        </>
      ) : null}
    </>
  )
  return { title: say('page.enrolment.title', { programme: programme.name }), body }
}
