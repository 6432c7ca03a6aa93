import { businessesById } from '#businesses/reads'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Card } from '#ui/notice'
import { Day } from '#ui/when'
import { disputesIn } from './call-reads.ts'
import type { Meeting } from './coaching.ts'
import { sayAnswer } from './meeting.page.tsx'

/** Where coach and client say different things: both side by side, the oldest first. */
export async function disputesPage(db: Db, { say, params }: Asked): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const disputes = await disputesIn(db, programme.id)
  const businesses = await businessesById(
    db,
    disputes.map(({ business }) => business),
  )
  const coaches = await correspondentsOf(
    db,
    disputes.map(({ coach }) => coach),
  )
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}/coaching`}>{say('page.coaching.meetings')}</a>
      </p>
      <h1>{say('page.disputes.head')}</h1>
      <p class="lead">{say('page.disputes.lead', { count: disputes.length })}</p>
      {disputes.length === 0 ? <Empty>{say('page.disputes.none')}</Empty> : null}
      {disputes.map((meeting, at) => (
        <Dispute
          say={say}
          meeting={meeting}
          business={businesses.get(meeting.business)?.name ?? '—'}
          coach={coaches.get(meeting.coach)?.fullName ?? '—'}
          isFirst={at === 0}
        />
      ))}
    </>
  )
  return { title: say('page.disputes.head'), body }
}

type DisputeProps = { say: Say; meeting: Meeting; business: string; coach: string; isFirst: boolean }

function Dispute({ say, meeting: { id, log, confirmation }, business, coach, isFirst }: DisputeProps) {
  return (
    <Card now={isFirst}>
      <h2>
        <Name name={business} />
      </h2>
      <Facts
        facts={[
          [say('label.coaching.day'), log ? <Day say={say} date={log.day} weekday /> : null],
          [<Name name={coach} />, say('label.coaching.minutes', { minutes: log?.minutes ?? 0 })],
          [say('label.coaching.client-says'), confirmation ? sayAnswer(say, confirmation) : null],
          [say('label.coaching.confirmed-how'), confirmation ? say(`coaching.how.${confirmation.how}`) : null],
        ]}
      />
      <a class="button" href={`/coaching-meetings/${id}`}>
        {say('page.disputes.decide')}
      </a>
    </Card>
  )
}
