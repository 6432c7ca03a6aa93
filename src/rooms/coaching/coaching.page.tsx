import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { sayHours, sayMoney } from '#hours/money'
import { bankOf, fundersOf, minutesOf, tariffOn, termsOf } from '#hours/reads'
import { bandsOn } from '#hours/share-reads'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { Day, When } from '#ui/when'
import { type Allotment, allotmentsOf } from './allotment-reads.ts'
import { StateTag } from './around.tsx'
import { BookForm } from './book-form.tsx'
import { type Meeting, stateOf } from './coaching.ts'
import { coachingOf } from './reads.ts'
import { standingTo } from './standing.ts'
import { codesLeft } from './strip-reads.ts'

const usualMinutes = 60

/** A business's coaching: the hours left as a sentence, what one costs its owner, what comes next, and what was. */
export async function coachingPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { business, keeps, owns, coaches } = await standingTo(db, params.business ?? '')
  const bank = await bankOf(db, business.programme)
  const [allotments, meetings] = [await allotmentsOf(db, business.id), await coachingOf(db, business.id)]
  const living = allotments.filter(({ endedAt }) => endedAt === null)
  const isAllotting = again?.values.hours !== undefined
  const body = (
    <>
      <p class="small">
        <a href={`/businesses/${business.id}`}>
          <Name name={business.name} />
        </a>
      </p>
      <h1>{say('page.coaching.head')}</h1>
      <ErrorSummary say={say} again={again} />
      {bank ? <HoursLeft say={say} {...(await leftOf(db, say, bank, business.id, living))} /> : <p>{say('page.coaching.no-bank')}</p>}
      <Next say={say} meeting={nextOf(meetings, db.now)} />
      <p class="small">
        {(await codesLeft(db, business.id)) === null
          ? say('page.coaching.no-strip')
          : say('page.coaching.codes-left', { left: (await codesLeft(db, business.id)) ?? 0 })}
        {keeps && !coaches ? (
          <>
            {' '}
            <a href={`/businesses/${business.id}/code-strip`}>{say('page.coaching.strip')}</a>
          </>
        ) : null}
        {coaches ? (
          <>
            {' '}
            <a href={`/businesses/${business.id}/coaching-groups/new`}>{say('page.coaching.group')}</a>
          </>
        ) : null}
      </p>
      <h2>{say('page.coaching.meetings')}</h2>
      <Meetings say={say} meetings={meetings} now={db.now} />
      {bank && living.length > 0 && (keeps || owns || coaches) ? (
        <details open={nextOf(meetings, db.now) === undefined || (again !== undefined && !isAllotting)}>
          <summary>{say('page.coaching.book-head')}</summary>
          <BookForm
            say={say}
            again={isAllotting ? undefined : again}
            now={db.now}
            minutes={usualMinutes}
            business={business.id}
            formId={formId}
            mayCover={owns && (await termsOf(db, bank.id)).clientMayCover}
          />
        </details>
      ) : null}
      {bank && keeps ? (
        <AllotForm say={say} again={isAllotting ? again : undefined} isFirst={living.length === 0} business={business.id} formId={formId} />
      ) : null}
    </>
  )
  return { title: say('page.coaching.title', { business: business.name }), body }
}

function nextOf(meetings: readonly Meeting[], now: Temporal.Instant): Meeting | undefined {
  return meetings.filter((meeting) => ['booked', 'awaitingFunds'].includes(stateOf(meeting, now))).at(-1)
}

type Left = { free: string; held: string; until: Temporal.PlainDate | null; perHour: string | null; own: string | null; notice: number }

async function leftOf(db: Db, say: Say, bank: Bank, business: string, living: readonly Allotment[]): Promise<Left> {
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const [minutes, tariff, terms] = [await minutesOf(db, bank.id, business), await tariffOn(db, bank.id, today), await termsOf(db, bank.id)]
  const bands = await bandsOn(db, bank.id, today)
  const client = (await fundersOf(db, bank.id)).find(({ kind }) => kind === 'client')
  const band = bands.findLast(({ fromMinutes }) => fromMinutes <= minutes.used + minutes.held)
  const points = band?.shares.find(({ funder }) => funder === client?.id)?.basisPoints ?? 0
  const until = living.map(({ expiresOn }) => expiresOn).sort(Temporal.PlainDate.compare)[0] ?? null
  return {
    ...{ free: sayHours(say, minutes.allotted), held: sayHours(say, minutes.held), until, notice: terms.noticeHours },
    perHour: tariff ? sayMoney(say, tariff.perHour, bank) : null,
    own: tariff ? sayMoney(say, (tariff.perHour * BigInt(points)) / 10_000n, bank) : null,
  }
}

function HoursLeft({ say, free, held, until, perHour, own, notice }: Left & { say: Say }) {
  if (until === null) return <p>{say('page.coaching.none-allotted')}</p>
  return (
    <>
      <p class="lead">
        {say('page.coaching.left', { free, held })} {say('page.coaching.until')} <Day say={say} date={until} />.
      </p>
      {perHour && own ? <p>{say('page.coaching.price', { hour: perHour, own })}</p> : null}
      <p class="small soft">{say('page.coaching.notice', { hours: notice })}</p>
    </>
  )
}

function Next({ say, meeting }: { say: Say; meeting: Meeting | undefined }) {
  if (meeting === undefined) return <p>{say('page.coaching.no-next')}</p>
  return (
    <Notice kind={meeting.reservation ? 'good' : 'wait'}>
      <a href={`/coaching-meetings/${meeting.id}`}>
        {say(meeting.reservation ? 'page.coaching.next' : 'page.coaching.next-waits', {
          time: sayInstant(say, meeting.startsAt),
          minutes: meeting.groupMinutes ?? meeting.minutes,
        })}
      </a>
    </Notice>
  )
}

function Meetings({ say, meetings, now }: { say: Say; meetings: readonly Meeting[]; now: Temporal.Instant }) {
  if (meetings.length === 0) return <Empty>{say('page.coaching.no-meetings')}</Empty>
  return (
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
        { head: say('page.meetings.minutes'), number: true, cell: ({ log, minutes }) => say.number(log?.minutes ?? minutes) },
        { head: say('label.coaching.state'), cell: (meeting) => <StateTag say={say} state={stateOf(meeting, now)} /> },
      ]}
    />
  )
}

type AllotProps = { say: Say; again: Again | undefined; isFirst: boolean; business: string; formId: string }

function AllotForm({ say, again, isFirst, business, formId }: AllotProps) {
  return (
    <details open={isFirst || again !== undefined}>
      <summary>{say('page.coaching.allot-head')}</summary>
      <form method="post" action={`/businesses/${business}/allotments`} autocomplete="off">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField
          say={say}
          name="hours"
          label={say('page.coaching.hours')}
          hint={say('page.coaching.hours-hint')}
          inputmode="numeric"
          short
          again={again}
        />
        <button type="submit">{say('page.coaching.allot')}</button>
      </form>
    </details>
  )
}
