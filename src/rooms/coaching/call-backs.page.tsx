import { businessesById } from '#businesses/reads'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { Card, Notice } from '#ui/notice'
import { Ago, Day } from '#ui/when'
import { type AbsentCoach, absentCoaches, type CallBack, callBacksIn } from './call-reads.ts'
import { type Locked, lockedStrips } from './strip-reads.ts'
import { type AskedForMoney, askedForMoneyIn } from './told-reads.ts'

type Named = { businesses: Awaited<ReturnType<typeof businessesById>>; coaches: Awaited<ReturnType<typeof correspondentsOf>> }

/** Whom to ring: meetings that nobody confirmed in time, the oldest first; and what else a coordinator must hear of. */
export async function callBacksPage(db: Db, { say, params }: Asked): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const calls = await callBacksIn(db, programme.id)
  const [locked, absent] = [await lockedStrips(db, programme.id), await absentCoaches(db, programme.id)]
  const asked = await askedForMoneyIn(db, programme.id)
  const named = {
    businesses: await businessesById(
      db,
      [...calls, ...locked, ...asked].map(({ business }) => business),
    ),
    coaches: await correspondentsOf(
      db,
      [...calls, ...absent].map(({ coach }) => coach),
    ),
  }
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}/coaching`}>{say('page.coaching.meetings')}</a>
      </p>
      <h1>{say('page.call-backs.head')}</h1>
      <p class="lead">{say('page.call-backs.lead', { count: calls.length })}</p>
      <Told say={say} locked={locked} absent={absent} asked={asked} {...named} />
      {calls.length === 0 ? <Empty>{say('page.call-backs.none')}</Empty> : null}
      {calls.map((call, at) => (
        <Call say={say} call={call} now={db.now} isFirst={at === 0} {...named} />
      ))}
    </>
  )
  return { title: say('page.call-backs.head'), body }
}

type CallProps = Named & { say: Say; call: CallBack; now: Temporal.Instant; isFirst: boolean }

function Call({ say, call, now, isFirst, businesses, coaches }: CallProps) {
  const business = businesses.get(call.business)
  return (
    <Card now={isFirst}>
      <h2>
        <Name name={business?.name ?? '—'} />
      </h2>
      {business?.phone ? (
        <p>
          <a href={`tel:${business.phone.replace(/[^+0-9]/g, '')}`}>
            <bdi dir="ltr">{business.phone}</bdi>
          </a>
        </p>
      ) : (
        <p>{say('page.call-backs.no-phone')}</p>
      )}
      <p>
        <Name name={coaches.get(call.coach)?.fullName ?? '—'} /> · {call.log ? <Day say={say} date={call.log.day} weekday /> : null} ·{' '}
        {say('label.coaching.minutes', { minutes: call.log?.minutes ?? call.minutes })}
      </p>
      <p class="soft">
        {call.log ? <Ago say={say} at={call.log.at} now={now} /> : null} · {say('page.call-backs.rung', { calls: call.calls })}
      </p>
      <a class="button" href={`/coaching-meetings/${call.id}`}>
        {say('page.call-backs.enter')}
      </a>
    </Card>
  )
}

type ToldProps = Named & { say: Say; locked: readonly Locked[]; absent: readonly AbsentCoach[]; asked: readonly AskedForMoney[] }

function Told({ say, locked, absent, asked, businesses, coaches }: ToldProps) {
  return (
    <>
      {asked.map(({ meeting, business, day }) => (
        <Notice kind="bad">
          <a href={`/coaching-meetings/${meeting}`}>
            {say('page.call-backs.asked-for-money', { name: `\u2068${businesses.get(business)?.name ?? '—'}\u2069` })}
          </a>{' '}
          <Day say={say} date={day} short />
        </Notice>
      ))}
      {absent.map(({ coach, times, last }) => (
        <Notice kind="bad">
          {say('page.call-backs.absent', {
            name: `\u2068${coaches.get(coach)?.fullName ?? '—'}\u2069`,
            times,
          })}{' '}
          <Day say={say} date={last.toZonedDateTimeISO(say.zone).toPlainDate()} short />
        </Notice>
      ))}
      {locked.map(({ business, last }) => (
        <Notice kind="bad">
          <a href={`/businesses/${business}/coaching`}>
            {say('page.call-backs.locked', { name: `\u2068${businesses.get(business)?.name ?? '—'}\u2069` })}
          </a>{' '}
          <Day say={say} date={last.toZonedDateTimeISO(say.zone).toPlainDate()} short />
        </Notice>
      ))}
    </>
  )
}
