import type { Asked, Page } from '#ground/route'
import { ownNext } from '#people/sign-in'
import { isProven } from '#people/sign-in-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { passkeysOf, sheetOf } from './reads.ts'
import { codesFrom, inGroups } from './recovery-code.ts'

const secretOf = (typed: unknown) => (typeof typed === 'string' && /^[\w-]{22}$/.test(typed) ? typed : undefined)

/**
 * Shows ten codes that are not in force yet, and keeps them once the person says that they have them. They come from a secret that the
 * page carries, so they stand in no address, in no log and, but for their hashes, in no table; the next look shows others.
 */
export const recoveryCodesPage: Page = async (db, asked, again) => {
  const { say, me, query } = asked
  const person = me?.person ?? ''
  const has = await passkeysOf(db, person)
  const sheet = await sheetOf(db, person)
  const mayMake = has.length > 0 && (await isProven(db, me?.session ?? ''))
  const next = ownNext(typeof again?.values.next === 'string' ? again.values.next : query.get('next'))
  const secret = secretOf(again?.values.secret) ?? asked.formSecret
  const body = (
    <>
      <h1>{say('page.recovery.title')}</h1>
      <ErrorSummary say={say} again={again} />
      {has.length === 0 ? <p>{say('refusal.passkeys.noneYet')}</p> : null}
      {has.length > 0 && !mayMake ? <p>{say('refusal.passkeys.proveFirst')}</p> : null}
      {mayMake ? <Fresh asked={asked} secret={secret} next={next} left={sheet?.left ?? 0} /> : null}
      <p>
        <a href="/me/ways-in">{say('page.ways-in.title')}</a>
      </p>
    </>
  )
  return { title: say('page.recovery.title'), body }
}

type FreshProps = { asked: Asked; secret: string; next: string | null; left: number }

function Fresh({ asked: { say, formId }, secret, next, left }: FreshProps) {
  return (
    <>
      <p>{say('page.recovery.lead')}</p>
      {left > 0 ? <p>{say('page.recovery.voids', { left })}</p> : null}
      <ol class="codes">
        {codesFrom(secret).map((code) => (
          <li>
            <bdi class="code" dir="ltr">
              {inGroups(code)}
            </bdi>
          </li>
        ))}
      </ol>
      <form method="post" action="/me/recovery-codes">
        <Hidden name="id" value={formId} />
        <Hidden name="secret" value={secret} />
        {next === null ? null : <Hidden name="next" value={next} />}
        <button type="submit">{say('page.recovery.kept')}</button>
      </form>
    </>
  )
}
