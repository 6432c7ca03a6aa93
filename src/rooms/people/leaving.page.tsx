import type { Page } from '#ground/route'
import { Button } from '#ui/button'
import { Notice } from '#ui/notice'

/** Before signing out: it clears what the browser keeps, and with it logs that nobody has received yet. */
export const leavingPage: Page = async (_db, { say, caller: { unsent: count } }) => ({
  title: say('page.leaving.title'),
  body: (
    <>
      <h1>{say(count > 0 ? 'page.leaving.head' : 'page.leaving.title')}</h1>
      {count > 0 ? (
        <>
          <Notice kind="wait">
            <p>{say('page.leaving.body', { count })}</p>
            <p>
              <a href="/field-log">{say('page.leaving.send')}</a>
            </p>
          </Notice>
          <Button action="/session/ending" label={say('page.leaving.sure', { count })} kind="danger" fields={{ sure: 'yes' }} />
        </>
      ) : (
        <Button action="/session/ending" label={say('page.frame.sign-out')} />
      )}
    </>
  ),
})
