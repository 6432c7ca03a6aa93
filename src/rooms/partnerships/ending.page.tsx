import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, Markup, View } from '#ground/route'
import type { Say } from '#ground/words'
import type { Pathway } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { findProgramme } from '#programmes/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Radios } from '#ui/field'
import { Notice } from '#ui/notice'
import { correspondentsOf } from './correspondent.ts'
import { endsByCoordinator, leavingLimits, neutralTexts } from './leaving.ts'
import { rematchesOf } from './leaving-reads.ts'
import { apart } from './letters.ts'
import { coordinatesPair } from './may-answer.ts'
import { otherSide, sideOf } from './partnership.ts'
import { findPartnership, type Partnership } from './reads.ts'

/** The way out: for one of the two without a reason and without blame, for the coordinator in one of the ways of the pathway. */
export async function endingPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const pair = found(await findPartnership(db, params.partnership ?? ''))
  const side = sideOf(pair, db.scope.person)
  if (!pair.isAgreed || (side === null && !coordinatesPair(db, pair))) missing()
  const pathway = await pathwayOf(db, pair.programme)
  const people = await correspondentsOf(db, [pair.mentor, pair.mentee])
  const programme = found(await findProgramme(db, pair.programme)).name
  const reader = side === null ? pair.mentee : pair[otherSide(side)]
  const told = { name: apart(people.get(side === null ? pair.mentor : pair[side])?.name ?? '–'), programme: apart(programme) }
  const title = say('page.ending.title')
  const texts = (
    <Radios
      say={say}
      name="text"
      label={say(side === null ? 'page.ending.texts' : 'page.ending.text', { name: apart(people.get(reader)?.name ?? '–') })}
      value="1"
      choices={neutralTexts.map((text) => ({ value: String(text), label: say(`pair.neutral.${text}`, told) }))}
      again={again}
    />
  )
  const offersAnother = side === 'mentee' && (await mayRematch(db, pair, pathway))
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${pair.id}`}>{say('page.pair.back-plain')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {pair.endedAt !== null ? (
        <Notice>
          <p>{say('refusal.partnerships.ended')}</p>
        </Notice>
      ) : side === null ? (
        <ByCoordinator say={say} pair={pair} pathway={pathway} texts={texts} again={again} />
      ) : (
        <BySide say={say} pair={pair} texts={texts} offersAnother={offersAnother} again={again} />
      )}
    </>
  )
  return { title, body }
}

/** The same for the coordinator alone, whose form it is. */
export async function coordinatorsEndingPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  if (!coordinatesPair(db, found(await findPartnership(db, asked.params.partnership ?? '')))) missing()
  return endingPage(db, asked, again)
}

/** Whether the mentee may ask for another partner; not where the pathway has no such end, or it has been asked as often as it allows. */
export async function mayRematch(db: Db, pair: Partnership, pathway: Pathway): Promise<boolean> {
  return pathway.ends.includes('rematched') && (await rematchesOf(db, pair.menteeEnrolment)).length < pathway.rematchesMax
}

type FormProps = { say: Say; pair: Partnership; texts: Markup; again: Again | undefined }

function BySide({ say, pair, texts, offersAnother, again }: FormProps & { offersAnother: boolean }) {
  return (
    <>
      <p>{say('page.ending.how')}</p>
      <form method="post" action={`/partnerships/${pair.id}/ending`}>
        {texts}
        {offersAnother ? (
          <Radios
            say={say}
            name="again"
            label={say('page.ending.again')}
            hint={say('page.ending.again.hint', { days: leavingLimits.rematchDays })}
            value="no"
            row
            choices={[
              { value: 'yes', label: say('page.ending.again.yes') },
              { value: 'no', label: say('page.ending.again.no') },
            ]}
            again={again}
          />
        ) : null}
        <button type="submit" class="danger">
          {say('page.ending.do')}
        </button>
      </form>
      <h2>{say('page.ending.instead')}</h2>
      <p>
        <a href={`/partnerships/${pair.id}/pause`}>{say('page.ending.pause')}</a>
      </p>
      <p>
        {say('page.ended.safety')} <a href="/concern">{say('page.ended.concern')}</a>
      </p>
    </>
  )
}

function ByCoordinator({ say, pair, pathway, texts, again }: FormProps & { pathway: Pathway }) {
  return (
    <>
      <p>{say('page.ending.how-programme')}</p>
      <form method="post" action={`/partnerships/${pair.id}/closure`}>
        <Radios
          say={say}
          name="reason"
          label={say('page.ending.reason')}
          seen={say('seen.coordinator')}
          choices={endsByCoordinator(pathway).map((value) => ({ value, label: say(`pair.state.${value}`) }))}
          again={again}
        />
        {texts}
        <button type="submit" class="danger">
          {say('page.ending.do')}
        </button>
      </form>
    </>
  )
}
