import { myBusinesses, programmesToApplyIn } from '#businesses/reads'
import { claimsOfCoach } from '#claims/reads'
import type { Db } from '#ground/db'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { partnershipsOf } from '#partnerships/reads'
import type { Programme } from '#programmes/programme'
import { enrolmentsOfPerson } from '#programmes/reads'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'

/** Whom one is in a partnership with, or waits for. */
export async function myPartners(db: Db, say: Say, person: string) {
  const mine = (await partnershipsOf(db, person)).filter(({ state, accepted }) => state === 'agreed' || accepted)
  if (mine.length === 0) return null
  const people = await correspondentsOf(
    db,
    mine.map(({ partner }) => partner),
  )
  return (
    <>
      <h2>{say('page.home.partners')}</h2>
      <ul>
        {mine.map((one) => (
          <li>
            <a href={`/partnerships/${one.id}`}>
              <Name name={people.get(one.partner)?.fullName ?? '–'} />
            </a>{' '}
            <Tag kind={one.state === 'agreed' ? 'good' : 'wait'}>
              {say(one.state === 'agreed' ? 'page.home.agreed' : 'page.home.waits')}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  )
}

const businessesMax = 20

/** The businesses that one owns or coaches, each opening its hours and meetings; for who owns none, where to apply; for coaches, claims. */
export async function myCoaching(db: Db, say: Say, person: string, programmes: readonly Programme[]) {
  const businesses = await myBusinesses(db, businessesMax)
  const coaches = businesses.some(({ owners }) => owners.every((owner) => owner.person !== person))
  const claims = coaches || (await claimsOfCoach(db, person, 1)).length > 0
  const owns = businesses.some(({ owners }) => owners.some((owner) => owner.person === person))
  const open = owns ? [] : await programmesToApplyIn(db)
  if (businesses.length === 0 && !claims && open.length === 0) return null
  return (
    <>
      <h2>{say('page.home.businesses')}</h2>
      <ul>
        {businesses.map(({ id, name }) => (
          <li>
            <a href={`/businesses/${id}/coaching`}>
              <Name name={name} />
            </a>
          </li>
        ))}
        {programmes
          .filter(({ id }) => open.includes(id))
          .map(({ id, name }) => (
            <li>
              <a href={`/programmes/${id}/business-applications/new`}>{say('page.home.apply', { programme: name })}</a>
            </li>
          ))}
        {coaches ? (
          <li>
            <a href="/field-log">{say('page.field.title')}</a>
          </li>
        ) : null}
        {claims ? (
          <li>
            <a href="/claims">{say('page.own-claims.head')}</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** The programmes that one is in, each opening one's own place in it. */
export async function myProgrammes(db: Db, say: Say, person: string, programmes: readonly Programme[]) {
  const enrolments = await enrolmentsOfPerson(db, person)
  if (enrolments.length === 0) return null
  return (
    <>
      <h2>{say('page.home.programmes')}</h2>
      <ul>
        {enrolments.map(({ id, programme, side }) => (
          <li>
            <a href={`/enrolments/${id}`}>
              <Name name={programmes.find((one) => one.id === programme)?.name ?? '–'} />
            </a>{' '}
            <Tag>{say(`side.one.${side}`)}</Tag>
          </li>
        ))}
      </ul>
    </>
  )
}
