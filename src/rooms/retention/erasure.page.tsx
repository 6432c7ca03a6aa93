import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { placeOf } from '#people/people-reads'
import { profilesOf } from '#people/profile-reads'
import { mustAdminister } from '#people/role-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { standingWish } from './reads.ts'
import { type ErasureWish, limits } from './retention.ts'

type Whose = { person: string; base: string; back: string }

/** What being erased means, before anybody asks for it; and while a wish stands, the day, and the way back. */
async function erasureView(db: Db, { say, formId }: Asked, again: Again | undefined, { person, base, back }: Whose): Promise<View> {
  const profile = found((await profilesOf(db, [person])).get(person))
  const wish = await standingWish(db, person)
  const title = say('page.erasure.title')
  const body = (
    <>
      <p class="small">
        <a href={back}>{say('page.erasure.back')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        <Name name={profile.fullName} /> · <bdi>{profile.code}</bdi>
      </p>
      {wish ? (
        <Standing say={say} wish={wish} base={base} />
      ) : (
        <>
          <p>{say('page.erasure.lead', { days: limits.erasureDaysWait })}</p>
          <ul>
            <li>{say('page.erasure.names')}</li>
            <li>{say('page.erasure.texts')}</li>
            <li>{say('page.erasure.counts')}</li>
            <li>{say('page.erasure.concerns')}</li>
          </ul>
          <p>
            <a href="/portfolio">{say('page.erasure.portfolio')}</a>
          </p>
          <form method="post" action={base}>
            <Hidden name="id" value={formId} />
            <TextField
              say={say}
              name="code"
              label={say('page.erasure.code')}
              hint={say('page.erasure.code-hint')}
              short
              required
              again={again}
            />
            <button type="submit" class="second">
              {say('page.erasure.do', { days: limits.erasureDaysWait })}
            </button>
          </form>
        </>
      )}
    </>
  )
  return { title, body }
}

function Standing({ say, wish, base }: { say: Asked['say']; wish: ErasureWish; base: string }) {
  return (
    <>
      <Notice>
        <p>
          {say('page.erasure.stands')} <When say={say} at={wish.dueAt} />
        </p>
      </Notice>
      <Button action={`${base}/taking-back`} label={say('page.erasure.stay')} />
    </>
  )
}

export async function myErasurePage(db: Db, asked: Asked, again?: Again): Promise<View> {
  return erasureView(db, asked, again, { person: asked.me?.person ?? '', base: '/me/erasure', back: '/me' })
}

/** For an administrator, whom somebody told on paper or by telephone that they want to be erased. */
export async function othersErasurePage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const person = asked.params.person ?? ''
  const { organisation } = found(await placeOf(db, person))
  await mustAdminister(db, organisation)
  return erasureView(db, asked, again, { person, base: `/people/${person}/erasure`, back: `/people/${person}` })
}
