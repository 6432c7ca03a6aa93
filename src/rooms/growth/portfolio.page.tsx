import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { topicName } from '#people/topics'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Ticks } from '#ui/field'
import { Pager, pageOf } from '#ui/pager'
import { limits } from './growth.ts'
import { type Portfolio, portfolioOf, sorts } from './portfolio.ts'
import { sayGoal, sayOpportunity, saySkill, sayStep } from './portfolio-words.ts'
import { apart } from './words-of.ts'

type Line = { sort: (typeof sorts)[number]; value: string; isIn: boolean; label: string; hint: string }

/** One's own portfolio: what is in it, what may be left out, and the files to take along. */
export async function portfolioPage(db: Db, { say, me, query }: Asked, again?: Again): Promise<View> {
  const lines = linesOf(say, await portfolioOf(db, found(me).person))
  const pages = Math.ceil(lines.length / limits.portfolioShownMax)
  const page = pageOf(query, pages)
  const shown = lines.slice((page - 1) * limits.portfolioShownMax, page * limits.portfolioShownMax)
  const title = say('page.portfolio.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p class="seen">{say('seen.portfolio')}</p>
      <p>{say('page.portfolio.about')}</p>
      {lines.length === 0 ? (
        <Empty>
          <p>{say('page.portfolio.empty')}</p>
        </Empty>
      ) : (
        <>
          <p class="deeds">
            <a class="button" href="/portfolio.html">
              {say('page.portfolio.html')}
            </a>
            <a href="/portfolio.json">{say('page.portfolio.json')}</a>
          </p>
          <h2>{say('page.portfolio.choose')}</h2>
          <p class="soft">{say('page.portfolio.choose-hint')}</p>
          <form method="post" action="/portfolio" autocomplete="off">
            <Hidden name="shown" value={shown.map(({ value }) => value).join(' ')} />
            {sorts.map((sort) => (
              <Chosen say={say} sort={sort} lines={shown.filter((line) => line.sort === sort)} />
            ))}
            <button type="submit" class="second">
              {say('page.portfolio.save')}
            </button>
          </form>
          <Pager say={say} path="/portfolio" query={query} page={page} pages={pages} label={title} />
        </>
      )}
    </>
  )
  return { title, body }
}

function Chosen({ say, sort, lines }: { say: Say; sort: Line['sort']; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <Ticks
      say={say}
      name={sort}
      label={say(`page.portfolio.${sort}`)}
      choices={lines}
      values={lines.filter(({ isIn }) => isIn).map(({ value }) => value)}
    />
  )
}

/** A long text by its beginning; the file has the whole. */
function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= limits.portfolioLineCharsMax ? text : `${letters.slice(0, limits.portfolioLineCharsMax).join('').trimEnd()}…`
}

function linesOf(say: Say, { goals, skills, steps, opportunities }: Portfolio): Line[] {
  const line = (sort: Line['sort'], item: { ids: readonly string[]; isIn: boolean }, text: string, hint: string): Line => ({
    sort,
    value: item.ids.join(' '),
    isIn: item.isIn,
    label: apart(shortened(text)),
    hint,
  })
  return [
    ...goals.map((goal) => line('goals', goal, goal.text, sayGoal(say, goal))),
    ...skills.map((skill) => line('skills', skill, topicName(say, skill.text), saySkill(say, skill))),
    ...steps.map((step) => line('steps', step, step.text, sayStep(say, step))),
    ...opportunities.map((one) => line('opportunities', one, one.text, sayOpportunity(say, one))),
  ]
}
