import type { Again, View } from '#ground/route'
import type { Say } from '#ground/words'
import { sayTexts, type Texts } from '#programmes/pathway-forms'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { When } from '#ui/when'
import type { Correspondent } from './correspondent.ts'
import { type Course, CourseOfPair } from './course.tsx'
import { apart, sayUntil } from './letters.ts'
import { type Side, sides, stateOf } from './partnership.ts'
import type { Partnership } from './reads.ts'
import { sayClauses } from './reason-words.ts'
import { StateTag } from './state-tag.tsx'

type Seen = {
  say: Say
  again: Again | undefined
  pair: Partnership
  programme: string
  sides: Readonly<Record<Side, Texts>>
  people: Readonly<Record<Side, Correspondent>>
  mayRecord: boolean
  course?: Course | undefined
}

/** What the coordinator sees: both answers, who waits for a call, and where an answer told by telephone is written down. */
export function coordinatorView({ say, again, pair, programme, sides: named, people, mayRecord, course }: Seen): View {
  const title = say('page.partnership.both.title', { mentor: apart(people.mentor.name), mentee: apart(people.mentee.name) })
  const isOver = pair.endedAt !== null
  const state = isOver ? (pair.endReason ?? 'closed') : pair.isAgreed ? 'agreed' : stateOf(pair.answers, false)
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${pair.programme}/pairs`}>{say('page.partnership.all')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        <StateTag say={say} state={state === 'ended' ? 'closed' : state} />
      </p>
      <Facts
        facts={[
          [say('label.pair.programme'), <Name name={programme} />],
          [say('label.pair.why'), sayClauses(say, pair.reasons)],
          [say('label.pair.proposedOn'), <When say={say} at={pair.proposedAt} />],
          [say('label.pair.answerBy'), isOver || pair.isAgreed ? null : sayUntil(say, pair.answerUntil)],
          [say('label.pair.endedOn'), pair.endedAt === null ? null : <When say={say} at={pair.endedAt} />],
        ]}
      />
      {course === undefined ? (
        sides.map((side) => (
          <SideCard
            say={say}
            pair={pair}
            side={side}
            named={named[side]}
            person={people[side]}
            mayRecord={mayRecord && !isOver && pair.answers[side] === null}
          />
        ))
      ) : (
        <CourseOfPair say={say} pair={pair} people={people} course={course} />
      )}
    </>
  )
  return { title, body }
}

type SideProps = { say: Say; pair: Partnership; side: Side; named: Texts; person: Correspondent; mayRecord: boolean }

function SideCard({ say, pair, side, named, person, mayRecord }: SideProps) {
  const name = apart(person.name)
  return (
    <section class="card">
      <h2>
        {sayTexts(say, named)}: <Name name={person.name} />
      </h2>
      <p>{say('label.pair.answer', { answer: pair.answers[side] ?? 'none' })}</p>
      {mayRecord ? (
        <>
          <p>
            {person.email === null ? <Tag kind="wait">{say('label.pair.call')}</Tag> : null}{' '}
            {say(person.email === null ? 'page.partnership.call' : 'page.partnership.told', { name })}
          </p>
          {person.phone === null ? null : (
            <p>
              <bdi>{person.phone}</bdi>
            </p>
          )}
          <Button
            action={`/partnerships/${pair.id}/acceptance`}
            label={say('page.partnership.told-yes', { name })}
            kind="second"
            fields={{ side }}
          />
          <Button
            action={`/partnerships/${pair.id}/refusal`}
            label={say('page.partnership.told-no', { name })}
            kind="quiet"
            fields={{ side }}
          />
        </>
      ) : null}
    </section>
  )
}
