import { destroyedAt } from '#ground/content-keys'
import { found, missing } from '#ground/refusal'
import type { Page } from '#ground/route'
import { Destroyed } from '#ui/destroyed'
import { Notice } from '#ui/notice'
import { Pager, pageOf } from '#ui/pager'
import { When } from '#ui/when'
import { concernToAnswer, namesIn } from './desk-reads.ts'
import { pagesOf } from './disclosable.ts'
import { disclosedIn, findDisclosure } from './disclosure-reads.ts'

const apart = (text: string) => `\u2068${text}\u2069`

/** The copies that one of a pair gave the officers, for these alone: what each was, who wrote it and when. */
export const disclosurePage: Page = async (db, { say, params, query }) => {
  const concern = await concernToAnswer(db, params.concern ?? '')
  const disclosure = found(await findDisclosure(db, params.disclosure ?? ''))
  if (disclosure.concern !== concern.id) missing()
  const known = await namesIn(db, concern.id)
  const nameOf = (person: string | null) => apart((person === null ? undefined : known.get(person)) ?? say('page.answer.somebody'))
  const { words, items } = await disclosedIn(db, disclosure)
  const pages = pagesOf(items, words?.length ?? 0)
  const page = pageOf(query, pages.length)
  const title = say('page.disclosure.title', { name: nameOf(disclosure.by) })
  const body = (
    <>
      <p class="small">
        <a href={`/concerns/${concern.id}`}>{say('page.disclosure.back')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {say('page.disclosure.shown')} <When say={say} at={disclosure.at} />
      </p>
      <Notice kind="wait">
        <p>{say('page.answer.other-not-told', { name: nameOf(disclosure.other) })}</p>
      </Notice>
      <Destroyed say={say} at={await destroyedAt(db, concern.id)} />
      {words === null || page > 1 ? null : (
        <p class="letter" dir="auto">
          {words}
        </p>
      )}
      {pages[page - 1]?.map(({ kind, author, at, text }) => (
        <>
          <h2>{say(`disclosable.${kind}`)}</h2>
          <p class="small soft">
            {author === null ? null : <>{nameOf(author)} · </>}
            <When say={say} at={at} />
          </p>
          <p class="letter" dir="auto">
            {text}
          </p>
        </>
      ))}
      <Pager
        say={say}
        path={`/concerns/${concern.id}/disclosures/${disclosure.id}`}
        query={query}
        page={page}
        pages={pages.length}
        label={title}
      />
    </>
  )
  return { title, body }
}
