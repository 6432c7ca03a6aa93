import type { Asked, Page } from '#ground/route'
import { isProven } from '#people/sign-in-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { NeedsScript } from './ceremony.tsx'
import { limits, type Passkey } from './passkey.ts'
import { passkeysOf, sheetOf } from './reads.ts'

/** How one signs in: one's passkeys and recovery codes. */
export const waysInPage: Page = async (db, asked, again) => {
  const { say, me } = asked
  const person = me?.person ?? ''
  const has = await passkeysOf(db, person)
  const sheet = await sheetOf(db, person)
  // What one comes in by is changed only by who has shown it.
  const mayChange = has.length === 0 || (await isProven(db, me?.session ?? ''))
  const body = (
    <>
      <h1>{say('page.ways-in.title')}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.ways-in.letter')}</p>
      <h2>{say('page.ways-in.passkeys')}</h2>
      <p>{say('passkeys.what')}</p>
      <Asking asked={asked} has={has} />
      {has.length > 0 ? <Passkeys asked={asked} has={has} mayChange={mayChange} /> : null}
      {mayChange ? <Add asked={asked} has={has} /> : <ConfirmFirst asked={asked} />}
      {has.length > 0 ? <Codes asked={asked} left={sheet?.left ?? 0} mayChange={mayChange} /> : null}
      <p>
        <a href="/me#sessions">{say('page.me.sessions')}</a>
      </p>
    </>
  )
  return { title: say('page.ways-in.title'), body, script: 'passkeys' }
}

function Asking({ asked: { say, me }, has }: { asked: Asked; has: readonly Passkey[] }) {
  if (has.length > 0 || me === null || me.passkey === 'offered') return null
  return (
    <Notice kind="wait">
      <p>{say(`page.ways-in.${me.passkey}`)}</p>
    </Notice>
  )
}

function Passkeys({ asked: { say }, has, mayChange }: { asked: Asked; has: readonly Passkey[]; mayChange: boolean }) {
  const columns = [
    { head: say('page.ways-in.name'), rowHead: true, cell: ({ name }: Passkey) => <bdi>{name}</bdi> },
    { head: say('page.ways-in.added'), cell: ({ addedAt }: Passkey) => <When say={say} at={addedAt} day /> },
    { head: say('page.ways-in.used'), cell: ({ lastUsedAt }: Passkey) => <When say={say} at={lastUsedAt} /> },
  ]
  const removal = {
    head: say('page.ways-in.remove'),
    cell: ({ id, name }: Passkey) => (
      <Button action={`/passkeys/${id}/ending`} label={say('page.ways-in.remove')} kind="quiet" little of={`\u2068${name}\u2069`} />
    ),
  }
  return <Table caption={say('page.ways-in.passkeys')} quiet rows={has} columns={mayChange ? [...columns, removal] : columns} />
}

function Add({ asked: { say }, has }: { asked: Asked; has: readonly Passkey[] }) {
  if (has.length >= limits.passkeysMax) return <p>{say('refusal.passkeys.enough', { max: limits.passkeysMax })}</p>
  return (
    <>
      <NeedsScript say={say} />
      <div hidden data-passkey-when="known">
        <Button action="/me/passkeys/challenge" label={say('page.ways-in.add')} kind={has.length > 0 ? 'second' : undefined} />
      </div>
    </>
  )
}

function ConfirmFirst({ asked: { say } }: { asked: Asked }) {
  return (
    <p>
      <a href="/session/proof?next=%2Fme%2Fways-in">{say('page.ways-in.confirm')}</a>
    </p>
  )
}

function Codes({ asked: { say }, left, mayChange }: { asked: Asked; left: number; mayChange: boolean }) {
  return (
    <>
      <h2>{say('page.recovery.title')}</h2>
      {left === 0 ? (
        <Notice kind="wait">
          <p>{say('page.recovery.none')}</p>
        </Notice>
      ) : (
        <p>{say('page.recovery.left', { left })}</p>
      )}
      {mayChange ? (
        <p>
          <a href="/me/recovery-codes">{say('page.recovery.make')}</a>
        </p>
      ) : null}
    </>
  )
}
