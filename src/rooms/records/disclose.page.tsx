import { severities } from '#concerns/concern'
import { type Disclosable, disclosureLimits, keyOf } from '#concerns/disclosable'
import { helplinesOf, officersOf, ownConcerns } from '#concerns/reads'
import { Helplines, WhoReads } from '#concerns/who-reads'
import { textsOf } from '#ground/form'
import type { Again, Asked, Page } from '#ground/route'
import { dayOf, sayInstant, sayNearDay } from '#ground/when'
import type { Say } from '#ground/words'
import { firstWords } from '#notebook/search'
import { apart } from '#partnerships/letters'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { limitsClause, type Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { Destroyed } from '#ui/destroyed'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select, TextArea, Ticks } from '#ui/field'
import { Pager, pageOf } from '#ui/pager'
import { disclosablesOf } from './disclose-sources.ts'

const itemsShownMax = 40

type Officers = Awaited<ReturnType<typeof officersOf>>
type Seen = { asked: Asked; again: Again | undefined; two: OfTwo; officers: Officers }

/** Where one of a pair chooses what of it the safeguarding officers are shown. */
export const disclosePage: Page = async (db, asked, again) => {
  const { say, params, query, me } = asked
  const two = await ofTwo(db, params.partnership ?? '')
  const officers = me ? await officersOf(db, me.organisation) : []
  const wanted = again ? textsOf(again.values, 'items') : query.getAll('item')
  const items = await disclosablesOf(db, two, wanted)
  const pages = Math.ceil(items.length / itemsShownMax)
  const page = query.has('page') ? pageOf(query, pages) : pageWith(items, wanted)
  const shown = items.slice((page - 1) * itemsShownMax, page * itemsShownMax)
  const seen = { asked, again, two, officers }
  const title = say('page.disclose.title')
  const name = apart(two.partner.name)
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${two.pair.id}`}>{say('page.notebook.pair', { name })}</a>
      </p>
      <h1>{title}</h1>
      <p>{say('page.disclose.lead', { name })}</p>
      <WhoReads say={say} officers={officers.filter(({ person }) => person !== two.partner.id)} />
      <Limits say={say} pathway={await pathwayOf(db, two.pair.programme)} partnership={two.pair.id} />
      <Helplines say={say} text={me ? await helplinesOf(db, me.organisation) : null} />
      <Destroyed say={say} at={two.destroyedAt} />
      <ErrorSummary say={say} again={again} />
      {items.length === 0 ? (
        <Empty>
          <p>{say('page.disclose.none')}</p>
          <p>
            <a href="/concern">{say('page.concern.title')}</a>
          </p>
        </Empty>
      ) : (
        <Choose {...seen} items={shown} wanted={wanted} page={page} own={await ownConcerns(db)} />
      )}
      <Pager say={say} path={pathOf(two)} query={query} page={page} pages={pages} label={title} />
      {pages > 1 ? <p class="small">{say('page.disclose.pages')}</p> : null}
    </>
  )
  return { title, body }
}

/** What confidentiality does not cover, in the words of every agreement of this kind, signed or not. */
function Limits({ say, pathway, partnership }: { say: Say; pathway: Pathway; partnership: string }) {
  const clause = pathway.agreement.clauses.find(({ key }) => key === limitsClause)
  if (clause === undefined) return null
  return (
    <details>
      <summary>{say('page.disclose.limits')}</summary>
      <p>{sayTexts(say, clause.says)}</p>
      <p>
        <a href={`/partnerships/${partnership}/agreement`}>{say('page.disclose.agreement')}</a>
      </p>
    </details>
  )
}

const pathOf = ({ pair }: OfTwo) => `/partnerships/${pair.id}/disclosure`

/** The page on which the first wanted thing stands. */
function pageWith(items: readonly Disclosable[], wanted: readonly string[]): number {
  const at = items.findIndex((one) => wanted.includes(keyOf(one)))
  return Math.floor(Math.max(at, 0) / itemsShownMax) + 1
}

type ChooseProps = Seen & {
  items: readonly Disclosable[]
  wanted: readonly string[]
  page: number
  own: readonly { id: string; raisedAt: Temporal.Instant }[]
}

function Choose({ asked, again, two, officers, items, wanted, page, own }: ChooseProps) {
  const { say, formId, formSecret } = asked
  const people = new Map(officers.filter(({ person }) => person !== two.partner.id).map(({ person, name }) => [person, name]))
  // Where the partner is an officer, an earlier concern would close before their eyes.
  const earlier = officers.some(({ person }) => person === two.partner.id) ? [] : own
  return (
    <form method="post" action={`${pathOf(two)}?page=${page}`} autocomplete="off">
      <Hidden name="id" value={formId} />
      <Hidden name="reference" value={formSecret} />
      <Ticks
        say={say}
        again={again}
        name="items"
        label={say('label.disclose.items')}
        hint={say('page.disclose.at-most', { max: disclosureLimits.itemsMax })}
        values={wanted}
        choices={items.map((item) => choiceOf(asked, two, item))}
      />
      {earlier.length > 0 ? (
        <Select
          say={say}
          again={again}
          name="concern"
          label={say('label.disclose.concern')}
          empty={say('page.disclose.new')}
          choices={earlier.map(({ id, raisedAt }) => ({ value: id, label: say('page.disclose.of', { at: sayInstant(say, raisedAt) }) }))}
          optional
        />
      ) : null}
      <TextArea
        say={say}
        again={again}
        name="words"
        label={say('label.disclose.words')}
        seen={say('seen.officers')}
        rows={5}
        maxlength={disclosureLimits.wordsCharsMax}
      />
      <Radios
        say={say}
        again={again}
        name="severity"
        label={say('label.concern.severity')}
        choices={severities.map((value) => ({ value, label: say(`concern.severity.${value}`) }))}
        {...(earlier.length > 0 ? { hint: say('page.disclose.new-only') } : {})}
      />
      {people.size > 0 ? (
        <Ticks
          say={say}
          again={again}
          name="asides"
          label={say('label.concern.asides')}
          hint={say('page.concern.asides-hint')}
          choices={[...people].map(([value, name]) => ({ value, label: apart(name) }))}
        />
      ) : null}
      <button type="submit">{say('page.disclose.send')}</button>
    </form>
  )
}

/** A thing by its first words; below it what it is, who wrote it and on which day. */
function choiceOf({ say }: Asked, { pair, side, partner }: OfTwo, item: Disclosable) {
  const who = item.author === pair[side] ? say('label.notebook.you') : apart(partner.name)
  const facts = [say(`disclosable.${item.kind}`), ...(item.author === null ? [] : [who]), sayNearDay(say, dayOf(say, item.at))]
  return { value: keyOf(item), label: apart(firstWords(item.text)), hint: facts.join(' · ') }
}
