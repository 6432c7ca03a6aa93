import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { mayCoordinate } from '#people/may'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Name } from '#ui/name'
import { Day } from '#ui/when'
import { AlikeOnes } from './alike.page.tsx'
import { type Business, type CoachWish, limits } from './business.ts'
import { Decided, saySection } from './businesses.page.tsx'
import { Deciding } from './deciding.page.tsx'
import { FiguresTable } from './figures.page.tsx'
import { Obstacles } from './obstacles.page.tsx'
import { obstaclesOf, wishOf } from './private-reads.ts'
import { alikeOf, decisionsOf, figuresOf, findBusiness, obstacleById } from './reads.ts'

/** A business: what is known of it, whether it is coached, how it fares, and what stands in its way. */
export async function businessPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const which = params.business ?? found(await obstacleById(db, params.obstacle ?? '')).business
  const business = found(await findBusiness(db, which))
  const keeps = mayCoordinate(db, business.programme)
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const [figures, obstacles] = [await figuresOf(db, business.id, limits.figuresMax), await obstaclesOf(db, business, limits.obstaclesMax)]
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
      <Known say={say} business={business} wish={await wishOf(db, business)} keeps={keeps} />
      <p>
        <a class="button" href={`/businesses/${business.id}/coaching`}>
          {say('page.business.coaching')}
        </a>
      </p>
      {keeps ? (
        <Deciding say={say} business={business} alike={alike} today={today} decided={decided} formId={formId} again={again} />
      ) : null}
      {alike.length > 0 ? <AlikeOnes say={say} business={business} alike={alike} formId={formId} /> : null}
      <h2>{say('page.business.figures')}</h2>
      <FiguresTable say={say} business={business.id} figures={figures} />
      <Obstacles say={say} business={business.id} obstacles={obstacles} formId={formId} again={again} />
    </>
  )
  return { title: business.name, body }
}

function Known({ say, business, wish, keeps }: { say: Say; business: Business; wish: CoachWish; keeps: boolean }) {
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
          [say('page.register.coach-sex'), wish.sex ? say(`coach-sex.${wish.sex}`) : null],
          [say('label.business.companion'), wish.companion ? say('page.business.companion') : null],
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
