import { businessesById } from '#businesses/reads'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, View } from '#ground/route'
import { correspondentsOf } from '#partnerships/correspondent'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { Counts } from '#ui/facts'
import { Name } from '#ui/name'
import { Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { StateTag } from './around.tsx'
import { callBacksIn, disputesIn } from './call-reads.ts'
import { limits, type State, stateOf, states } from './coaching.ts'
import { coachingIn, countsByState } from './list-reads.ts'
import { usefulnessIn } from './told-reads.ts'

/** The meetings of a programme, all or of one state, for its coordinators. */
export async function programmeCoachingPage(db: Db, { say, params, query, path }: Asked): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const state = states.find((each) => each === query.get('state')) ?? null
  const counts = await countsByState(db, programme.id)
  const total = state ? (counts.get(state) ?? 0) : [...counts.values()].reduce((sum, count) => sum + count, 0)
  const pages = Math.ceil(total / limits.rowsAPageMax)
  const page = pageOf(query, pages)
  const meetings = await coachingIn(db, programme.id, { page, state })
  const businesses = await businessesById(
    db,
    meetings.map(({ business }) => business),
  )
  const coaches = await correspondentsOf(
    db,
    meetings.map(({ coach }) => coach),
  )
  const here = `/programmes/${programme.id}`
  const [calls, disputes] = [await callBacksIn(db, programme.id), await disputesIn(db, programme.id)]
  const useful = await usefulnessIn(db, programme.id)
  const shown = [...counts].filter(([, count]) => count > 0) as [State, number][]
  const body = (
    <>
      <p class="small">
        <a href={here}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{say('page.coaching.meetings')}</h1>
      <p class="lead">{say('page.programme-coaching.lead', { calls: calls.length, disputes: disputes.length })}</p>
      {useful === null ? null : (
        <p>{say('page.programme-coaching.useful', { average: Math.round(useful.average * 10) / 10, count: useful.count })}</p>
      )}
      <ul class="deeds plain">
        <li>
          <a href={`${here}/call-backs`}>{say('page.call-backs.head')}</a>
        </li>
        <li>
          <a href={`${here}/disputes`}>{say('page.disputes.head')}</a>
        </li>
        <li>
          <a href={`${here}/outages`}>{say('page.outage.head')}</a>
        </li>
      </ul>
      <Counts
        counts={shown.map(([each, count]) => ({
          href: `${here}/coaching?state=${each}`,
          count: say.number(count),
          label: say(`coaching.state.${each}`),
        }))}
      />
      {meetings.length === 0 ? (
        <Empty>{say('page.programme-coaching.none')}</Empty>
      ) : (
        <Table
          caption={say('page.coaching.meetings')}
          quiet
          rows={meetings}
          columns={[
            {
              head: say('label.coaching.when'),
              rowHead: true,
              cell: ({ id, startsAt }) => (
                <a href={`/coaching-meetings/${id}`}>
                  <When say={say} at={startsAt} />
                </a>
              ),
            },
            { head: say('label.coaching.business'), cell: ({ business }) => <Name name={businesses.get(business)?.name ?? '—'} /> },
            { head: say('label.coaching.coach'), cell: ({ coach }) => <Name name={coaches.get(coach)?.fullName ?? '—'} /> },
            { head: say('page.meetings.minutes'), number: true, cell: ({ log, minutes }) => say.number(log?.minutes ?? minutes) },
            { head: say('label.coaching.state'), cell: (meeting) => <StateTag say={say} state={stateOf(meeting, db.now)} /> },
          ]}
        />
      )}
      <Pager say={say} path={path} query={query} page={page} pages={pages} label={say('page.coaching.meetings')} />
    </>
  )
  return { title: say('page.coaching.meetings'), body }
}
