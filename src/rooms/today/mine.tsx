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
