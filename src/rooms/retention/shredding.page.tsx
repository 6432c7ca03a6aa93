import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { mustAdminister } from '#people/role-reads'
import { findProgramme } from '#programmes/reads'
import { ErrorSummary } from '#ui/error-summary'
import { TextField, Tick } from '#ui/field'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { shreddingOf } from './reads.ts'

/** Everything that was written in a programme, destroyed at once: for the hour in which its people are in danger. */
export async function shreddingPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  await mustAdminister(db, programme.organisation)
  const shredding = await shreddingOf(db, programme.id)
  const title = say('page.shredding.title')
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <bdi>{programme.name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {shredding ? (
        <Notice>
          <p>
            {say('page.shredding.done')} <When say={say} at={shredding.at} />
          </p>
        </Notice>
      ) : (
        <>
          <p>{say('page.shredding.lead')}</p>
          <ul>
            <li>{say('page.shredding.texts')}</li>
            <li>{say('page.shredding.pairs')}</li>
            <li>{say('page.shredding.counts')}</li>
            <li>{say('page.shredding.concerns')}</li>
          </ul>
          <form method="post" action={`/programmes/${programme.id}/shredding`}>
            <Tick
              say={say}
              name="erasesPeople"
              label={say('page.shredding.people')}
              hint={say('page.shredding.people-hint')}
              again={again}
            />
            <TextField say={say} name="name" label={say('page.shredding.name')} hint={programme.name} required again={again} />
            <button type="submit" class="second">
              {say('page.shredding.do')}
            </button>
          </form>
        </>
      )}
    </>
  )
  return { title, body }
}
