import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { pathwayOf } from '#programmes/pathway-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { coordinatesPair } from './may-answer.ts'
import { sideOf } from './partnership.ts'
import { findPartnership } from './reads.ts'

/** A pause until a day: by one of the two, without a reason; or by the coordinator, in one of the ways of the pathway. */
export async function pausePage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const pair = found(await findPartnership(db, params.partnership ?? ''))
  const side = sideOf(pair, db.scope.person)
  if (!pair.isAgreed || (side === null && !coordinatesPair(db, pair))) missing()
  const kinds = (await pathwayOf(db, pair.programme)).holds.filter((kind) => kind !== 'safeguarding')
  const title = say('page.pause.title')
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
      ) : (
        <form method="post" action={`/partnerships/${pair.id}/pause`}>
          <p>{say(side === null ? 'page.pause.what-programme' : 'page.pause.what')}</p>
          <Hidden name="id" value={formId} />
          {side === null && kinds.length > 1 ? (
            <Radios
              say={say}
              name="kind"
              label={say('page.pause.kind')}
              value={kinds[0]}
              choices={kinds.map((value) => ({ value, label: say(`hold.${value}`) }))}
              again={again}
            />
          ) : null}
          <TextField
            say={say}
            name="until"
            label={say('page.pause.until')}
            hint={say('page.pause.until.hint')}
            optional={side === null}
            short
            again={again}
          />
          <button type="submit">{say('page.pause.do')}</button>
        </form>
      )}
    </>
  )
  return { title, body }
}
