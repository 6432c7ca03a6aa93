import type { Page } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { attributesAsked, myAttributes } from './people-reads.ts'
import { attributeNames } from './tell-attributes.form.ts'

/** What one tells of oneself for the matcher alone, and takes back. */
export const tellAttributesPage: Page = async (db, { say, me }, again) => {
  const told = await myAttributes(db, me?.person ?? '')
  const asked = await attributesAsked(db)
  const shown = attributeNames.filter((name) => asked.has(name) || told[name] !== undefined)
  const body = (
    <>
      <h1>{say('page.attributes.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.attributes.lead')}</p>
      <p>{say('page.attributes.optional')}</p>
      {shown.length === 0 ? <p>{say('page.attributes.none')}</p> : null}
      <form method="post" action="/me/attributes">
        {shown.map((name) => (
          <TextField
            say={say}
            again={again}
            name={name}
            label={say(`column.${name}`)}
            hint={`${say(`page.attributes.hint.${name}`)} ${whyAsked(say, asked.get(name))}`}
            seen={say('page.attributes.seen')}
            value={told[name] ?? ''}
            optional
          />
        ))}
        {shown.length > 0 ? <button type="submit">{say('page.me.save')}</button> : null}
      </form>
      {Object.keys(told).length > 0 ? <Button action="/me/attributes" label={say('page.attributes.take-all')} kind="quiet" /> : null}
      <p>
        <a href="/me">{say('page.attributes.back')}</a>
      </p>
    </>
  )
  return { title: say('page.attributes.title'), body }
}

/** Which programmes compare it; or that none does any more, and it can be taken back. */
function whyAsked(say: Say, programmes: readonly string[] | undefined): string {
  if (programmes === undefined) return say('page.attributes.not-asked')
  return say('page.attributes.asked', { programmes: say.list(programmes.map((name) => `\u2068${name}\u2069`)) })
}
