import type { Page } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Ceremony, Slipped } from './ceremony.tsx'
import { creationOptions } from './party.ts'
import { limits } from './passkey.ts'
import { openChallenge, passkeysOf } from './reads.ts'

/** Where a passkey is named and made. */
export const newPasskeyPage: Page = async (db, asked, again) => {
  const { say, me, query, caller, baseUrl } = asked
  const challenge = await openChallenge(db, caller.browser, 'add')
  const has = await passkeysOf(db, me?.person ?? '')
  const title = say('page.new-passkey.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <Slipped say={say} query={query} />
      <p>{say('page.new-passkey.lead')}</p>
      {challenge && me ? (
        <Ceremony
          say={say}
          action="/me/passkeys"
          asks="create"
          options={creationOptions({ baseUrl, challenge, person: me.person, name: me.name, has })}
          label={say('page.new-passkey.make')}
        >
          <TextField
            say={say}
            name="name"
            label={say('page.new-passkey.name')}
            hint={say('page.new-passkey.name-hint')}
            seen={say('page.new-passkey.seen')}
            value={caller.device.slice(0, limits.nameCharsMax)}
            maxlength={limits.nameCharsMax}
            again={again}
          />
        </Ceremony>
      ) : (
        <Button action="/me/passkeys/challenge" label={say('page.new-passkey.begin')} />
      )}
      <p>
        <a href="/me/ways-in">{say('page.ways-in.title')}</a>
      </p>
    </>
  )
  return { title, body, script: 'passkeys' }
}
