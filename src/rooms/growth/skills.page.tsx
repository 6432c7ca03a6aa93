import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { topicName, topics } from '#people/topics'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Select, TextField } from '#ui/field'
import { Above, sayWho, WhoReads } from './around.tsx'
import type { FormOfTwo } from './goals-forms.tsx'
import { latestBy, limits } from './growth.ts'
import { Opportunities } from './opportunities.tsx'
import { opportunitiesOf } from './opportunity-reads.ts'
import { type Skill, skillsOf } from './skill-reads.ts'
import { apart, joined, sayLevel } from './words-of.ts'

/** What each of the two learns, and which doors were opened; for the two alone. */
export async function skillsPage(db: Db, { say, params, formId, query }: Asked, again?: Again): Promise<View> {
  const two = await ofTwo(db, params.partnership ?? '')
  const { pair, side, partner } = two
  const skills = await skillsOf(db, pair.id)
  const opened = await opportunitiesOf(db, pair.id)
  const mine = skills.filter(({ person }) => person === pair[side])
  const theirs = skills.filter(({ person }) => person !== pair[side])
  const seen: FormOfTwo = { say, two, again, formId }
  const isLive = pair.endedAt === null
  const name = apart(partner.name)
  const body = (
    <>
      <Above say={say} two={two} to="goals" />
      <h1>{say('page.growth.skills-title', { name })}</h1>
      <ErrorSummary say={say} again={again} />
      <WhoReads say={say} two={two} />
      <h2 id="skills">{say('page.growth.skills-mine')}</h2>
      {mine.length === 0 ? (
        <Empty>
          <p>{say('page.growth.no-skills')}</p>
        </Empty>
      ) : null}
      <SkillList say={say} two={two} skills={mine} />
      {isLive && mine.length < limits.skillsMax ? <NewSkill {...seen} isFirst={mine.length === 0} /> : null}
      {theirs.length === 0 ? null : <h2>{say('page.growth.skills-theirs', { name })}</h2>}
      <SkillList say={say} two={two} skills={theirs} />
      <Opportunities {...seen} query={query} opened={opened} />
    </>
  )
  return { title: say('page.growth.skills-title', { name }), body }
}

function SkillList({ say, two, skills }: { say: Say; two: OfTwo; skills: readonly Skill[] }) {
  if (skills.length === 0) return null
  return (
    <ul class="plain">
      {skills.map((skill) => (
        <li class="card">
          <a href={`/skills/${skill.id}`}>
            <bdi>{topicName(say, skill.text)}</bdi>
          </a>
          <p class="small soft">{sayLatest(say, two, skill)}</p>
        </li>
      ))}
    </ul>
  )
}

/** "You: 2 (with help); Amina: 3 (alone)"; that nobody has said anything yet, where it is so. */
function sayLatest(say: Say, two: OfTwo, { assessments }: Skill): string {
  const people = [two.pair[two.side], two.partner.id]
  const said = people.flatMap((person) => {
    const latest = latestBy(assessments, person)
    return latest === undefined ? [] : [say('page.growth.said', { name: sayWho(say, two, person), words: sayLevel(say, latest.level) })]
  })
  return said.length === 0 ? say('page.growth.skill-unsaid') : joined(say, said)
}

function NewSkill({ say, two, again: sent, formId, isFirst }: FormOfTwo & { isFirst: boolean }) {
  const again = sent?.values.topic === undefined ? undefined : sent
  const choices = topics
    .map((value) => ({ value, label: topicName(say, value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, say.language))
  return (
    <details open={isFirst || again !== undefined}>
      <summary>{say('page.growth.skill-add')}</summary>
      <form method="post" action={`/partnerships/${two.pair.id}/skills`} class="card" autocomplete="off">
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Select
          say={say}
          again={again}
          name="topic"
          label={say('page.growth.skill-topic')}
          empty={say('page.growth.skill-choose')}
          seen={say('seen.two')}
          choices={choices}
        />
        <TextField say={say} again={again} name="own" label={say('page.growth.skill-own')} maxlength={limits.skillCharsMax} optional />
        <button type="submit">{say('page.growth.skill-save')}</button>
      </form>
    </details>
  )
}
