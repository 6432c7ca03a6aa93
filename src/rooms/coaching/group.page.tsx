import type { Business } from '#businesses/business'
import { businessesById, businessesOfOwner } from '#businesses/reads'
import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import { partnershipsOf } from '#partnerships/reads'
import { mayCoordinate } from '#people/may'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Ticks } from '#ui/field'
import { Name } from '#ui/name'
import { Table } from '#ui/table'
import { OfBusiness, StateTag } from './around.tsx'
import { WhenFields } from './book-form.tsx'
import { byCode } from './coach-of.ts'
import { isOpen, limits, stateOf } from './coaching.ts'
import { LogFields } from './log-form.tsx'
import { coachingOfGroup } from './reads.ts'
import { standingTo } from './standing.ts'

const usualMinutes = 90

/** A coach books one meeting for several of their businesses. */
export async function newGroupPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { business, coach, coaches, keeps } = await standingTo(db, params.business ?? '')
  if (!(coaches || keeps)) missing()
  const theirs = (coach ? await businessesOfCoach(db, coach.coach, business.programme) : []).slice(0, limits.groupMax)
  const body = (
    <>
      <OfBusiness business={business} />
      <h1>{say('page.group.head')}</h1>
      <p class="lead">{say('page.group.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/businesses/${business.id}/coaching-groups`} autocomplete="off">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Ticks
          say={say}
          name="businesses"
          label={say('page.group.who')}
          choices={theirs.map(({ id, name }) => ({ value: id, label: `\u2068${name}\u2069` }))}
          values={[business.id]}
          again={again}
        />
        <WhenFields say={say} again={again} now={db.now} minutes={usualMinutes} />
        <button type="submit">{say('page.coaching.book')}</button>
      </form>
    </>
  )
  return { title: say('page.group.head'), body }
}

async function businessesOfCoach(db: Db, coach: string, programme: string): Promise<Business[]> {
  const pairs = (await partnershipsOf(db, coach)).filter((pair) => pair.programme === programme && pair.side === 'mentor')
  const owned = await Promise.all(pairs.filter(({ state }) => state === 'agreed').map(({ partner }) => businessesOfOwner(db, partner)))
  return [...new Map(owned.flat().map((each) => [each.id, each])).values()].filter((each) => each.programme === programme).sort(byCode)
}

/** A group's meeting: what each business has come to, and the coach's one log of who came. */
export async function groupPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const meetings = await coachingOfGroup(db, params.grouping ?? '')
  const [first] = meetings
  if (first === undefined) missing()
  const coaches = db.by === first.coach
  if (!coaches && !mayCoordinate(db, first.programme)) missing()
  const named = await businessesById(
    db,
    meetings.map(({ business }) => business),
  )
  const nameOf = (id: string) => named.get(id)?.name ?? '—'
  const hasBegun = Temporal.Instant.compare(db.now, first.startsAt) >= 0
  const mayLog = coaches && hasBegun && meetings.every((each) => isOpen(stateOf(each, db.now)) || each.end)
  const body = (
    <>
      <OfBusiness business={found(named.get(first.business))} />
      <h1>{say('page.coaching-meeting.head', { time: sayInstant(say, first.startsAt) })}</h1>
      <ErrorSummary say={say} again={again} />
      <Table
        caption={say('page.group.head')}
        rows={meetings}
        columns={[
          {
            head: say('label.coaching.business'),
            rowHead: true,
            cell: ({ id, business }) => (
              <a href={`/coaching-meetings/${id}`}>
                <Name name={nameOf(business)} />
              </a>
            ),
          },
          { head: say('label.coaching.state'), cell: (meeting) => <StateTag say={say} state={stateOf(meeting, db.now)} /> },
        ]}
      />
      {mayLog ? (
        <form method="post" action={`/coaching-groups/${params.grouping}/log`} autocomplete="off">
          <Ticks
            say={say}
            name="attended"
            label={say('page.group.came')}
            choices={meetings.map(({ business }) => ({ value: business, label: `\u2068${nameOf(business)}\u2069` }))}
            values={meetings.map(({ business }) => business)}
            again={again}
          />
          <LogFields say={say} again={again} formId={formId} now={db.now} meeting={first} />
          <button type="submit">{say('page.coaching.log')}</button>
        </form>
      ) : null}
    </>
  )
  return { title: say('page.group.head'), body }
}
