import type { Page } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Radios, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { AlreadyIn } from './sign-in.page.tsx'
import { triesLeft } from './sign-in.ts'
import { holdersOf, provenLinkOf } from './sign-in-reads.ts'

/** Several people share the address that was proven: which of them is it? Shows what they are called, and nothing else. */
export const sayWhoPage: Page = async (db, asked, again) => {
  const { say, me, caller, query } = asked
  const link = me ? undefined : await provenLinkOf(db, caller.browser)
  const holders = link ? await holdersOf(db, link.address) : []
  const body = (
    <>
      <h1>{say('page.who.title')}</h1>
      {me ? <AlreadyIn asked={asked} next={null} /> : null}
      {!me && link === undefined ? <p>{say('page.code.none')}</p> : null}
      {link && triesLeft(link) === 0 ? <p>{say('page.code.spent')}</p> : null}
      {link && triesLeft(link) > 0 ? (
        <>
          <ErrorSummary say={say} again={again} />
          {query.has('wrong') && !again ? <Notice kind="bad">{say('page.who.wrong', { left: triesLeft(link) })}</Notice> : null}
          <p>{say('page.who.lead')}</p>
          <form method="post" action="/sign-in/who">
            <Radios
              say={say}
              name="person"
              label={say('page.who.person')}
              again={again}
              choices={holders.map(({ id, name }) => ({ value: id, label: `\u2068${name}\u2069` }))}
            />
            <TextField say={say} name="code" label={say('page.code.who')} hint={say('page.who.hint')} short again={again} />
            <button type="submit">{say('page.code.sign-in')}</button>
          </form>
        </>
      ) : null}
      {me ? null : (
        <p>
          <a href="/sign-in">{say('page.code.again')}</a>
        </p>
      )}
    </>
  )
  return { title: say('page.who.title'), body }
}
