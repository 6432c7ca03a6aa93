import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { mayCoordinate } from '#people/may'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Card, Tag } from '#ui/notice'
import { Day, When } from '#ui/when'
import { type Business, limits, type Obstacle } from './business.ts'
import { Decided, saySection } from './businesses.page.tsx'
import { Alike, Deciding } from './deciding.page.tsx'
import { FiguresTable, ObstacleForm } from './figures.page.tsx'
import { alikeOf, decisionsOf, figuresOf, findBusiness, obstacleById, obstaclesOf } from './reads.ts'

/** A business: what is known of it, whether it is coached, how it fares, and what stands in its way. */
export async function businessPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const which = params.business ?? found(await obstacleById(db, params.obstacle ?? '')).business
  const business = found(await findBusiness(db, which))
  const keeps = mayCoordinate(db, business.programme)
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const [figures, obstacles] = [
    await figuresOf(db, business.id, limits.figuresMax),
    await obstaclesOf(db, business.id, limits.obstaclesMax),
  ]
  const alike = keeps ? await alikeOf(db, business, limits.alikeMax) : []
  const decided = keeps ? await decisionsOf(db, business.id) : []
  const body = (
    <>
      {keeps ? (
        <p class="small">
          <a href={`/programmes/${business.programme}/businesses`}>{say('page.businesses.title')}</a>
        </p>
      ) : null}
      <h1>
        <Name name={business.name} /> {keeps ? <Decided say={say} decision={business.decision} /> : null}
      </h1>
      <ErrorSummary say={say} again={again} />
      <Known say={say} business={business} keeps={keeps} />
      <p>
        <a class="button" href={`/businesses/${business.id}/coaching`}>
          {say('page.business.coaching')}
        </a>
      </p>
      {keeps ? <Deciding say={say} business={business} today={today} decided={decided} formId={formId} again={again} /> : null}
      {alike.length > 0 ? <Alike say={say} business={business} alike={alike} formId={formId} /> : null}
      <h2>{say('page.business.figures')}</h2>
      <FiguresTable say={say} business={business.id} figures={figures} />
      <h2>{say('page.business.obstacles')}</h2>
      {obstacles.map((obstacle) => (
        <ObstacleCard say={say} obstacle={obstacle} />
      ))}
      <ObstacleForm say={say} business={business.id} formId={formId} again={again} />
    </>
  )
  return { title: business.name, body }
}

function Known({ say, business, keeps }: { say: Say; business: Business; keeps: boolean }) {
  const trainings = business.trainings.map((training) => (training.year ? `${training.package} ${training.year}` : training.package))
  return (
    <>
      <Facts
        facts={[
          [say('label.code'), <bdi>{business.code}</bdi>],
          [
            say('label.business.owners'),
            business.owners.map(({ person, name }, at) => (
              <>
                {at > 0 ? ' · ' : ''}
                {keeps && person ? (
                  <a href={`/people/${person}`}>
                    <Name name={name} />
                  </a>
                ) : (
                  <Name name={name} />
                )}
              </>
            )),
          ],
          [say('label.business.section'), saySection(say, business.section)],
          [say('label.business.sector'), business.sector ? <bdi>{business.sector}</bdi> : null],
          [say('label.business.place'), business.place ? <bdi>{business.place}</bdi> : null],
          [
            say('label.business.started'),
            business.startedOn ? <Day say={say} date={business.startedOn} short /> : say('page.business.not-started'),
          ],
          [say('label.business.workers'), say.number(business.workers)],
          [say('label.business.trainings'), trainings.length > 0 ? <bdi>{trainings.join(', ')}</bdi> : say('page.business.no-training')],
          [say('label.business.licence'), business.licence ? <bdi>{business.licence}</bdi> : null],
          [say('label.business.phone'), business.phone ? <bdi dir="ltr">{business.phone}</bdi> : null],
        ]}
      />
      {keeps ? (
        <p class="small">
          <a href={`/businesses/${business.id}/particulars`}>{say('page.business.change')}</a>
        </p>
      ) : null}
    </>
  )
}

function ObstacleCard({ say, obstacle }: { say: Say; obstacle: Obstacle }) {
  const kinds = { raised: 'wait', 'worked-on': 'wait', overcome: 'good', 'given-up': 'bad' } as const
  const next = (['worked-on', 'overcome', 'given-up'] as const).filter((state) => state !== obstacle.state)
  return (
    <Card>
      <p>
        <strong>{say(`obstacle.${obstacle.kind}`)}</strong>{' '}
        <Tag kind={kinds[obstacle.state]}>{say(`obstacle.state.${obstacle.state}`)}</Tag>{' '}
        <span class="soft">
          <When say={say} at={obstacle.at} day />
        </span>
      </p>
      <div class="row">
        {next.map((state) => (
          <Button action={`/obstacles/${obstacle.id}/state`} label={say(`obstacle.mark.${state}`)} kind="quiet" little fields={{ state }} />
        ))}
      </div>
    </Card>
  )
}
