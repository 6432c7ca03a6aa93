import type { Db } from '#ground/db'
import type { Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Empty } from '#ui/empty'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import { Day } from '#ui/when'
import { sayTexts, type Texts } from './pathway-forms.ts'
import { kindNames } from './pathway-reads.ts'
import { type Enrolment, type Programme, stageOn } from './programme.ts'
import { enrolmentsOfPerson, programmesSeen } from './reads.ts'

/** The programmes one coordinates, and those one is in or may join. */
export async function programmesPage(db: Db, { me, say }: Asked): Promise<View> {
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const kept = new Set(me?.scope.programmes ?? [])
  const mine = await enrolmentsOfPerson(db, me?.person ?? '')
  const programmes = (await programmesSeen(db)).filter(
    ({ id, joining }) => kept.has(id) || joining === 'organisation' || mine.some(({ programme }) => programme === id),
  )
  const kinds = await kindNames(
    db,
    programmes.map(({ id }) => id),
  )
  const body = (
    <>
      <h1>{say('page.programmes.head')}</h1>
      {me?.keeps ? (
        <p>
          <a class="button" href="/programmes/new">
            {say('page.programmes.new')}
          </a>
        </p>
      ) : null}
      {programmes.length === 0 ? <Empty>{say('page.programmes.none')}</Empty> : null}
      {programmes.map((programme) => (
        <ProgrammeCard
          say={say}
          programme={programme}
          kind={kinds.get(programme.id)}
          today={today}
          coordinates={kept.has(programme.id)}
          mine={mine.filter((one) => one.programme === programme.id)}
        />
      ))}
    </>
  )
  return { title: say('page.programmes.head'), body }
}

type CardProps = {
  say: Say
  programme: Programme
  kind: Texts | undefined
  today: Temporal.PlainDate
  coordinates: boolean
  mine: readonly Enrolment[]
}

function ProgrammeCard({ say, programme, kind, today, coordinates, mine }: CardProps) {
  const stage = stageOn(programme, today)
  return (
    <section class="card">
      <h2>
        <a href={coordinates ? `/programmes/${programme.id}` : `/joining/${programme.linkKey}`}>
          <Name name={programme.name} />
        </a>{' '}
        <Tag kind={stage === 'running' ? 'good' : stage === 'over' ? undefined : 'wait'}>{say(`stage.${stage}`)}</Tag>
      </h2>
      <p class="soft small">
        <bdi>{kind ? sayTexts(say, kind) : null}</bdi> · <Day say={say} date={programme.startsOn} /> –{' '}
        <Day say={say} date={programme.endsOn} />
      </p>
      {programme.purpose ? <p dir="auto">{programme.purpose}</p> : null}
      {mine.map(({ side }) => (
        <p>
          <Tag kind="good">{say(`side.you.${side}`)}</Tag>
        </p>
      ))}
    </section>
  )
}
