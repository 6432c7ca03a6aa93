import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { stageOfKey } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { movesFrom, unmetOf } from '#programmes/pathway-moves'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextArea } from '#ui/field'
import { Notice } from '#ui/notice'
import { standingOf } from './advance.ts'
import { sayWaited } from './criteria.tsx'
import { coordinatesPair } from './may-answer.ts'
import { limits } from './partnership.ts'
import { findPartnership } from './reads.ts'

/** The coordinator moves a pair on by hand: only where the pathway leads, past what is shown as not met, with a reason that is kept. */
export async function movePage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const pair = found(await findPartnership(db, params.partnership ?? ''))
  if (!coordinatesPair(db, pair)) missing()
  const { pathway, stage, facts } = found(await standingOf(db, pair))
  const possible = pair.endedAt === null ? movesFrom(pathway, stage.key) : []
  const unmet = unmetOf(stage, facts)
  const title = say('page.move.title')
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${pair.id}`}>{say('page.pair.back-plain')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.move.now', { stage: sayTexts(say, stage.name) })}</p>
      {unmet.length > 0 ? (
        <>
          <p>{say('page.move.unmet')}</p>
          <ul>
            {unmet.map((criterion) => (
              <li>{sayWaited(say, pathway, criterion)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {possible.length === 0 ? (
        <Notice>
          <p>{say('page.move.nowhere')}</p>
        </Notice>
      ) : (
        <form method="post" action={`/partnerships/${pair.id}/stages`}>
          <Hidden name="from" value={stage.key} />
          <Radios
            say={say}
            name="to"
            label={say('page.move.to')}
            value={possible[0]}
            choices={possible.map((key) => ({ value: key, label: sayTexts(say, stageOfKey(pathway, key)?.name ?? { en: key }) }))}
            again={again}
          />
          <TextArea
            say={say}
            name="reason"
            label={say('page.move.reason')}
            hint={say('page.move.reason.hint')}
            seen={say('seen.coordinator')}
            rows={3}
            maxlength={limits.reasonCharsMax}
            again={again}
          />
          <button type="submit">{say('page.move.do')}</button>
        </form>
      )}
    </>
  )
  return { title, body }
}
