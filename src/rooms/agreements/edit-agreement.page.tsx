import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { apart } from '#partnerships/letters'
import { ofTwo } from '#partnerships/of-two'
import { sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextArea, TextField } from '#ui/field'
import { limits } from './agreement.ts'
import { versionsOf } from './agreement-reads.ts'
import { AgreementText } from './agreement-text.tsx'

/** The agreement to be written: from the template, or from the text that stands; of two texts written at once, both are shown. */
export async function editAgreementPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { pair, partner } = await ofTwo(db, params.partnership ?? '')
  const { agreement } = await pathwayOf(db, pair.programme)
  const [newest] = await versionsOf(db, pair.id)
  const isMeanwhile = again !== undefined && String(again.values.from ?? '') !== String(newest?.nth ?? 0)
  const name = apart(partner.name)
  const title = say('page.agreement.edit', { name })
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.agreement.edit-lead', { name })}</p>
      {isMeanwhile && newest ? (
        <section class="card">
          <h2>{say('page.agreement.theirs')}</h2>
          <AgreementText say={say} agreement={agreement} version={newest} />
        </section>
      ) : null}
      <form method="post" action={`/partnerships/${pair.id}/agreement/text`} autocomplete="off">
        <Hidden name="id" value={isMeanwhile ? formId : String(again?.values.id ?? formId)} />
        <Hidden name="from" value={String(newest?.nth ?? 0)} />
        {Array.from({ length: agreement.goalsMax }, (_, nth) => (
          <TextField
            say={say}
            name={`goal-${nth}`}
            label={say('page.agreement.goal', { nth: nth + 1 })}
            {...(nth === 0 ? { seen: say('page.agreement.seen', { name }) } : { optional: true })}
            maxlength={limits.goalCharsMax}
            again={again}
            value={newest?.goals[nth] ?? ''}
          />
        ))}
        {agreement.clauses.map(({ key, title: head, says, fixed }) =>
          fixed ? (
            <section>
              <h2>{sayTexts(say, head)}</h2>
              <p>{sayTexts(say, says)}</p>
              <p class="small soft">{say('page.agreement.fixed')}</p>
            </section>
          ) : (
            <TextArea
              say={say}
              name={`clause-${key}`}
              label={sayTexts(say, head)}
              rows={3}
              maxlength={limits.clauseCharsMax}
              again={again}
              value={newest ? (newest.clauses[key] ?? '') : sayTexts(say, says)}
            />
          ),
        )}
        <button type="submit">{say('page.agreement.save')}</button>
        <p class="small soft">{say('page.agreement.save-hint')}</p>
      </form>
    </>
  )
  return { title, body }
}
