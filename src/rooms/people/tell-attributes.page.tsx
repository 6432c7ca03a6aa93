import type { Page } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { myAttributes } from './people-reads.ts'
import { attributeNames } from './tell-attributes.form.ts'

/** What one tells of oneself for the matcher alone, and takes back. */
export const tellAttributesPage: Page = async (db, { say, me }, again) => {
  const told = await myAttributes(db, me?.person ?? '')
  const body = (
    <>
      <h1>{say('page.attributes.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.attributes.lead')}</p>
      <p>{say('page.attributes.optional')}</p>
      <form method="post" action="/me/attributes">
        {attributeNames.map((name) => (
          <TextField
            say={say}
            again={again}
            name={name}
            label={say(`column.${name}`)}
            hint={say(`page.attributes.hint.${name}`)}
            seen={say('page.attributes.seen')}
            value={told[name] ?? ''}
            optional
          />
        ))}
        <button type="submit">{say('page.me.save')}</button>
      </form>
      {Object.keys(told).length > 0 ? <Button action="/me/attributes" label={say('page.attributes.take-all')} kind="quiet" /> : null}
      <p>
        <a href="/me">{say('page.attributes.back')}</a>
      </p>
    </>
  )
  return { title: say('page.attributes.title'), body }
}
