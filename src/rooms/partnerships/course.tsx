import type { Say } from '#ground/words'
import { stageOfKey } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { Button } from '#ui/button'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { Day, When } from '#ui/when'
import type { Standing } from './advance.ts'
import type { Correspondent } from './correspondent.ts'
import { CriteriaOfPair, namesOf } from './criteria.tsx'
import type { Talk } from './leaving-reads.ts'
import { apart } from './letters.ts'
import type { Side } from './partnership.ts'
import type { Partnership } from './reads.ts'
import type { Hold, MilestoneRow, StageRow } from './stage-reads.ts'

export type Course = {
  standing: Standing
  stages: readonly (StageRow & { reason: string | null })[]
  holds: readonly Hold[]
  milestones: readonly MilestoneRow[]
  talks: readonly Talk[]
  /** Whoever moved it, by their ids. */
  movers: ReadonlyMap<string, Correspondent>
}

type Props = { say: Say; pair: Partnership; people: Readonly<Record<Side, Correspondent>>; course: Course }

/** How a pair goes, as its coordinator sees it: dates and states, never what the two write to each other. */
export function CourseOfPair({ say, pair, people, course }: Props) {
  const { standing, milestones } = course
  const isOver = pair.endedAt !== null
  const dates = (milestone: MilestoneRow['milestone']) => milestones.filter((one) => one.milestone === milestone).map(({ at }) => at)
  const signed = dates('agreement-signed').at(-1)
  const met = dates('meeting-held')
  return (
    <>
      {course.talks.map(({ person, at }) => (
        <Notice kind="wait">
          <p>
            {say('page.course.talk', { name: apart((person === pair.mentor ? people.mentor : people.mentee).name) })}{' '}
            <When say={say} at={at} day />
          </p>
        </Notice>
      ))}
      {isOver ? null : <Rest say={say} pair={pair} people={people} course={course} />}
      <h2>{say('page.course.title')}</h2>
      <Facts
        facts={[
          [say('page.course.stage'), sayTexts(say, standing.stage.name)],
          [
            <a href={`/partnerships/${pair.id}/agreement`}>{say('page.pair.to.agreement')}</a>,
            signed ? (
              <>
                {say('page.course.signed')} <When say={say} at={signed} day />
              </>
            ) : (
              say('page.course.unsigned')
            ),
          ],
          [say('page.course.met'), met.length > 0 ? say('page.course.met.count', { count: met.length }) : null],
          [say('page.course.met-last'), met.length > 0 ? <When say={say} at={met.at(-1) ?? standing.now.enteredAt} day /> : null],
        ]}
      />
      {isOver || standing.stage.leave.length === 0 ? null : <p>{say('page.course.waits')}</p>}
      {isOver ? null : <CriteriaOfPair say={say} standing={standing} names={namesOf(people, apart)} partnership={pair.id} />}
      {isOver ? null : <Deeds say={say} pair={pair} isHeld={course.holds.length > 0} />}
      <History say={say} course={course} />
    </>
  )
}

function Rest({ say, pair, people, course: { holds } }: Props) {
  return (
    <>
      {holds.map((hold) => (
        <Notice kind="wait">
          <p>
            {hold.bySide === null
              ? say('page.course.held.programme')
              : say('page.course.held.side', { name: apart(people[hold.bySide].name) })}{' '}
            {hold.until === null ? null : (
              <>
                {say('page.pair.held.until')} <Day say={say} date={hold.until} weekday />
              </>
            )}
          </p>
          <Button
            action={`/partnerships/${pair.id}/pause/lifting`}
            label={say('page.pair.go-on')}
            kind="second"
            fields={{ hold: hold.id }}
          />
        </Notice>
      ))}
    </>
  )
}

function Deeds({ say, pair, isHeld }: { say: Say; pair: Partnership; isHeld: boolean }) {
  const path = `/partnerships/${pair.id}`
  return (
    <div class="deeds">
      <a class="button second" href={`${path}/stages`}>
        {say('page.course.move')}
      </a>
      {isHeld ? null : (
        <a class="button quiet" href={`${path}/pause`}>
          {say('page.pair.to.pause')}
        </a>
      )}
      <a class="button quiet" href={`${path}/ending`}>
        {say('page.course.end')}
      </a>
    </div>
  )
}

/** Each stage with who brought the pair there, when and why. */
function History({ say, course: { standing, stages, movers } }: { say: Say; course: Course }) {
  return (
    <>
      <h2>{say('page.course.history')}</h2>
      <Table
        caption={say('page.course.history')}
        quiet
        rows={stages}
        columns={[
          {
            head: say('page.course.stage'),
            rowHead: true,
            cell: (row) => sayTexts(say, stageOfKey(standing.pathway, row.stage)?.name ?? { en: row.stage }),
          },
          { head: say('page.course.when'), cell: (row) => <When say={say} at={row.enteredAt} short /> },
          {
            head: say('page.course.who'),
            cell: (row) => (row.by === null ? say('page.course.itself') : <Name name={movers.get(row.by)?.name ?? '–'} />),
          },
          {
            head: say('page.course.why'),
            cell: (row) => (
              <>
                {say(`stage.why.${row.why as 'met'}`)}
                {row.reason === null ? null : (
                  <>
                    {' '}
                    <span dir="auto">{row.reason}</span>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}
