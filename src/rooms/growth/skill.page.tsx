import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { topicName } from '#people/topics'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextField } from '#ui/field'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { Above, sayWho, WhoReads } from './around.tsx'
import { latestBy, levels, limits } from './growth.ts'
import { SkillChart } from './skill-chart.tsx'
import { findSkill, type Skill } from './skill-reads.ts'
import { apart, sayLevel, sayLevelChoice } from './words-of.ts'

type Seen = { say: Say; two: OfTwo; skill: Skill; again: Again | undefined; formId: string }

/** One skill of one of the two: what both say of it, over time. */
export async function skillPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const skill = found(await findSkill(db, params.skill ?? ''))
  const two = await ofTwo(db, skill.partnership)
  const name = topicName(say, skill.text)
  const isMine = skill.person === two.pair[two.side]
  // A browser keeps titles in its history: the name of the skill is not in them.
  const title = isMine ? say('page.growth.skill-mine') : say('page.growth.skill-theirs', { name: apart(two.partner.name) })
  const body = (
    <>
      <Above say={say} two={two} to="skills" />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <ErrorSummary say={say} again={again} />
      <p>{title}</p>
      <WhoReads say={say} two={two} />
      {two.pair.endedAt === null ? <Assess say={say} two={two} skill={skill} again={again} formId={formId} /> : null}
      <OverTime say={say} two={two} skill={skill} />
    </>
  )
  return { title, body }
}

function Assess({ say, two, skill, again, formId }: Seen) {
  const mine = latestBy(skill.assessments, two.pair[two.side])
  const name = apart(two.partner.name)
  const isMine = skill.person === two.pair[two.side]
  return (
    <form method="post" action={`/skills/${skill.id}/assessments`} class="card" autocomplete="off">
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Radios
        say={say}
        again={again}
        name="level"
        label={isMine ? say('page.growth.assess-mine') : say('page.growth.assess-theirs', { name })}
        value={mine === undefined ? undefined : String(mine.level)}
        choices={levels.map((level) => ({ value: String(level), label: sayLevelChoice(say, level) }))}
      />
      <TextField
        say={say}
        again={again}
        name="note"
        label={say('page.growth.assess-note')}
        seen={say('seen.two')}
        maxlength={limits.noteCharsMax}
        optional
      />
      <button type="submit">{say('page.growth.assess-save')}</button>
    </form>
  )
}

/** A sentence, then the drawing, then the table that says the same. */
function OverTime({ say, two, skill: { assessments: all, person, text } }: Pick<Seen, 'say' | 'two' | 'skill'>) {
  const assessments = all.slice(-limits.assessmentsShownMax)
  if (assessments.length === 0) return <p class="soft">{say('page.growth.skill-unsaid')}</p>
  const own = assessments.filter(({ by }) => by === person)
  const partners = assessments.filter(({ by }) => by !== person)
  const partner = person === two.partner.id ? two.pair[two.side] : two.partner.id
  const description = say('page.growth.chart', { own: sayWho(say, two, person), partner: sayWho(say, two, partner) })
  return (
    <>
      <h2>{say('page.growth.skill-time')}</h2>
      <p>
        {sayChange(
          say,
          two,
          person,
          all.filter(({ by }) => by === person),
        )}
      </p>
      <figure class="card">
        <SkillChart say={say} id="chart" title={topicName(say, text)} description={description} own={own} partners={partners} />
        <figcaption class="small">{description}</figcaption>
      </figure>
      <Table
        caption={say('page.growth.skill-time')}
        quiet
        rows={assessments.toReversed()}
        columns={[
          { head: say('label.growth.when'), cell: ({ at }) => <When say={say} at={at} short />, rowHead: true },
          { head: say('label.growth.who'), cell: ({ by }) => sayWho(say, two, by) },
          { head: say('label.growth.how-far'), cell: ({ level }) => sayLevel(say, level) },
          { head: say('label.growth.note'), cell: ({ note }) => (note === null ? '–' : <span dir="auto">{note}</span>) },
        ]}
      />
    </>
  )
}

/** Where they began and where they are, in their own words; that they have not said it, where it is so. */
function sayChange(say: Say, two: OfTwo, person: string, own: Skill['assessments']): string {
  const [first, last] = [own[0], own.at(-1)]
  const name = sayWho(say, two, person)
  if (first === undefined || last === undefined) return say('page.growth.own-unsaid', { name })
  if (first === last) return say('page.growth.said', { name, words: sayLevel(say, last.level) })
  return say('page.growth.changed', { name, first: sayLevel(say, first.level), last: sayLevel(say, last.level) })
}
