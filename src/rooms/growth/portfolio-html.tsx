import { raw } from 'hono/html'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut, Markup } from '#ground/route'
import { dayOf, sayDay, sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { topicName } from '#people/topics'
import { type Portfolio, type PortfolioOpportunity, type PortfolioSkill, portfolioOf, withoutLeftOut } from './portfolio.ts'
import { portfolioStyle } from './portfolio-style.ts'
import { sayGoal, sayOpportunity, saySkill, sayStep } from './portfolio-words.ts'
import { SkillChart } from './skill-chart.tsx'
import { joined, sayLevel } from './words-of.ts'

type Owned = { say: Say; name: string; now: Temporal.Instant; portfolio: Portfolio }

/** The asker's own portfolio as one file that needs nothing else: to read, to print, to keep. */
export async function portfolioHtml(db: Db, { say, me }: Asked): Promise<FileOut> {
  const { person, name } = found(me)
  const portfolio = withoutLeftOut(await portfolioOf(db, person))
  const text = String(await portfolioDocument({ say, name, now: db.now, portfolio }))
  return { name: 'portfolio.html', type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(text) }
}

export function portfolioDocument({ say, name, now, portfolio }: Owned): Markup {
  const title = say('page.portfolio.of', { name: `\u2068${name}\u2069` })
  const { goals, skills, steps, opportunities } = portfolio
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={say.language} dir={say.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <style>{raw(portfolioStyle)}</style>
        </head>
        <body>
          <h1>{title}</h1>
          <p class="soft">{say('page.portfolio.made', { date: sayDay(say, dayOf(say, now)) })}</p>
          <p>{say('page.portfolio.about')}</p>
          <Part title={say('page.portfolio.goals')} items={goals}>
            {(goal) => (
              <>
                <h3 dir="auto">{goal.text}</h3>
                {goal.shownBy === null ? null : <p dir="auto">{goal.shownBy}</p>}
                <p class="soft">{sayGoal(say, goal)}</p>
              </>
            )}
          </Part>
          <Part title={say('page.portfolio.skills')} items={skills}>
            {(skill, nth) => <SkillOverTime say={say} skill={skill} nth={nth} />}
          </Part>
          <Part title={say('page.portfolio.steps')} items={steps}>
            {(step) => (
              <>
                <p dir="auto">{step.text}</p>
                <p class="soft">{sayStep(say, step)}</p>
              </>
            )}
          </Part>
          <Part title={say('page.portfolio.opportunities')} items={opportunities}>
            {(one) => <Opened say={say} opened={one} />}
          </Part>
        </body>
      </html>
    </>
  )
}

type PartProps<Item> = { title: string; items: readonly Item[]; children: (item: Item, nth: number) => Markup }

function Part<Item>({ title, items, children }: PartProps<Item>) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {items.map((item, nth) => (
        <div>{children(item, nth)}</div>
      ))}
    </section>
  )
}

function SkillOverTime({ say, skill, nth }: { say: Say; skill: PortfolioSkill; nth: number }) {
  const own = skill.assessments.filter(({ from }) => from === 'self')
  const partners = skill.assessments.filter(({ from }) => from !== 'self')
  const name = topicName(say, skill.text)
  return (
    <>
      <h3 dir="auto">{name}</h3>
      <p class="soft">{saySkill(say, skill)}</p>
      {skill.assessments.length < 2 ? null : (
        <SkillChart say={say} id={`s${nth}`} title={name} description={say('page.portfolio.chart')} own={own} partners={partners} />
      )}
      <table>
        <tbody>
          {skill.assessments.map(({ at, from, level, note }) => (
            <tr>
              <th scope="row">{sayShortDay(say, dayOf(say, at))}</th>
              <td>{say('label.portfolio.by', { by: from })}</td>
              <td>{sayLevel(say, level)}</td>
              <td dir="auto">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Opened({ say, opened }: { say: Say; opened: PortfolioOpportunity }) {
  return (
    <>
      <p dir="auto">{opened.text}</p>
      <p class="soft">{sayOpportunity(say, opened)}</p>
      {opened.outcomes.map(({ at, outcome, text }) =>
        text === null ? null : (
          <p>
            <span class="soft">{joined(say, [sayShortDay(say, dayOf(say, at)), say(`label.outcome.${outcome}`)])}</span> <bdi>{text}</bdi>
          </p>
        ),
      )}
    </>
  )
}
