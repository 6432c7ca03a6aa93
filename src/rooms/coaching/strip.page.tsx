import { findBusiness } from '#businesses/reads'
import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { OfBusiness } from './around.tsx'
import { standingTo } from './standing.ts'
import { spacedCode } from './strip.ts'
import { codesOf, findStrip, type Strip, stripsOf } from './strip-reads.ts'

/** A business's strip as it is printed and cut, for a coordinator who does not coach it. */
export async function stripPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const which = params.business ?? found(await findStrip(db, params.strip ?? '')).business
  const { keeps, coaches } = await standingTo(db, which)
  if (!keeps || coaches) missing()
  const business = found(await findBusiness(db, which))
  const strip = (await stripsOf(db, which)).find(({ endedAt }) => endedAt === null)
  const codes = strip && (await codesOf(db, strip))
  const body = (
    <>
      <OfBusiness business={business} />
      <h1>{say('page.strip.head')}</h1>
      <ErrorSummary say={say} again={again} />
      <p class="screen">{say('page.strip.lead')}</p>
      {strip && codes ? <Printed say={say} strip={strip} codes={codes} code={business.code} /> : <p>{say('page.strip.none')}</p>}
      <div class="deeds">
        {strip ? <Notice kind="wait">{say('page.strip.new-ends')}</Notice> : null}
        <Button
          action={`/businesses/${which}/code-strip`}
          label={say(strip ? 'page.strip.another' : 'page.strip.make')}
          fields={{ id: formId }}
          {...(strip ? { kind: 'second' as const } : {})}
        />
        {strip ? <Button action={`/code-strips/${strip.id}/ending`} label={say('page.strip.end')} kind="danger" /> : null}
      </div>
    </>
  )
  return { title: say('page.strip.title', { business: business.name }), body }
}

/** Eight a row on paper, with lines to cut along; a used one is struck out. The business stands by its code alone. */
function Printed({ say, strip, codes, code }: { say: Say; strip: Strip; codes: readonly string[]; code: string }) {
  return (
    <>
      <p class="small">
        <bdi>{code}</bdi> · <When say={say} at={strip.at} day /> · {say('page.strip.left', { left: codes.length - strip.used.length })}
      </p>
      <ol class="strip" dir="ltr">
        {codes.map((each, at) => (
          <li>
            {strip.used.includes(at + 1) ? (
              <s>
                <span class="hidden">{say('page.strip.used')} </span>
                {spacedCode(each)}
              </s>
            ) : (
              spacedCode(each)
            )}
          </li>
        ))}
      </ol>
      <p class="small">{say('page.strip.how')}</p>
    </>
  )
}
