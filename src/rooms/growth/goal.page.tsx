import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { ToDisclosure } from '#partnerships/to-disclosure'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextArea } from '#ui/field'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { Above, sayWho, WhoReads } from './around.tsx'
import { GoalFacts, sayWhose } from './goal-card.tsx'
import { attainments, latestBy, limits, type Rating } from './growth.ts'
import { findGoal, type Goal, type GoalVersion, ratingsOf, versionsOf } from './reads.ts'
import { sayAttainment } from './words-of.ts'

type Seen = { say: Say; two: OfTwo; goal: Goal; again: Again | undefined; formId: string }

/** One goal: how far it is, in the words of both over time, and how its text came to be. */
export async function goalPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const goal = found(await findGoal(db, params.goal ?? ''))
  const two = await ofTwo(db, goal.partnership)
  const ratings = await ratingsOf(db, goal.id)
  const versions = await versionsOf(db, goal)
  const seen: Seen = { say, two, goal, again, formId }
  const isLive = two.pair.endedAt === null
  // A browser keeps titles in its history: the text is not in them.
  const title = say('page.growth.goal-text')
  if (isChangedMeanwhile(again)) return { title, body: <BothTexts {...seen} /> }
  const body = (
    <>
      <Above say={say} two={two} to="goals" />
      <h1 dir="auto">{goal.text}</h1>
      <ErrorSummary say={say} again={again} />
      <p class="soft">{sayWhose(say, two, goal)}</p>
      <WhoReads say={say} two={two} />
      {goal.kept ? null : (
        <Notice>
          <p>{say('page.growth.goal-dropped')}</p>
        </Notice>
      )}
      <GoalFacts say={say} two={two} goal={goal} />
      {isLive && goal.kept ? <Rate {...seen} /> : null}
      <Ratings say={say} two={two} ratings={ratings} />
      {isLive && goal.kept ? <Reword {...seen} /> : null}
      <Versions say={say} two={two} versions={versions} />
      {isLive ? <Keep {...seen} /> : null}
      <ToDisclosure say={say} partnership={goal.partnership} item={`goal:${goal.id}`} />
    </>
  )
  return { title, body }
}

/** Refused since the other changed the text in the meantime: both texts are on the page, and the next save is against the latest. */
const isChangedMeanwhile = (again: Again | undefined) => again?.slips.some(({ key }) => key === 'refusal.growth.reworded') ?? false

function BothTexts(seen: Seen) {
  const { say, two, goal, again } = seen
  const [text, shownBy] = [String(again?.values.text ?? ''), String(again?.values.shownBy ?? '')]
  const who = sayWho(say, two, goal.wordedBy)
  return (
    <>
      <Above say={say} two={two} to="goals" />
      <h1>{say('page.growth.both-texts')}</h1>
      <ErrorSummary say={say} again={again} />
      <div class="two">
        <Text say={say} head={say('page.growth.text-now', { name: who })} text={goal.text} shownBy={goal.shownBy ?? ''} />
        <Text say={say} head={say('page.growth.text-yours')} text={text} shownBy={shownBy} />
      </div>
      <Reword {...seen} />
    </>
  )
}

function Text({ say, head, text, shownBy }: { say: Say; head: string; text: string; shownBy: string }) {
  return (
    <div class="card">
      <h2>{head}</h2>
      <p dir="auto">{text}</p>
      {shownBy === '' ? null : (
        <>
          <p class="small soft">{say('page.growth.shown-by')}</p>
          <p dir="auto">{shownBy}</p>
        </>
      )}
    </div>
  )
}

function Rate({ say, two, goal, again: sent, formId }: Seen) {
  const again = sent?.values.text === undefined ? sent : undefined
  const mine = latestBy(goal.ratings, two.pair[two.side])
  return (
    <form method="post" action={`/goals/${goal.id}/ratings`} class="card" autocomplete="off">
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Radios
        say={say}
        again={again}
        name="value"
        label={say('page.growth.rate')}
        hint={say('page.growth.rate-hint')}
        value={mine === undefined ? undefined : String(mine.value)}
        choices={attainments.map((value) => ({ value: String(value), label: sayAttainment(say, value) }))}
      />
      <button type="submit">{say('page.growth.rate-save')}</button>
    </form>
  )
}

function Ratings({ say, two, ratings }: { say: Say; two: OfTwo; ratings: readonly Rating[] }) {
  if (ratings.length === 0) return null
  return (
    <>
      <h2>{say('page.growth.ratings')}</h2>
      <Table
        caption={say('page.growth.ratings')}
        quiet
        rows={ratings}
        columns={[
          { head: say('label.growth.when'), cell: ({ at }) => <When say={say} at={at} short />, rowHead: true },
          { head: say('label.growth.who'), cell: ({ by }) => sayWho(say, two, by) },
          { head: say('label.growth.how-far'), cell: ({ value }) => sayAttainment(say, value) },
        ]}
      />
    </>
  )
}

function Reword({ say, goal, again: sent, formId }: Seen) {
  const again = sent?.values.text === undefined ? undefined : sent
  const version = isChangedMeanwhile(again) ? goal.version : (again?.values.version ?? goal.version)
  return (
    <details open={again !== undefined}>
      <summary>{say('page.growth.reword')}</summary>
      <form method="post" action={`/goals/${goal.id}/text`} class="card" autocomplete="off">
        <Hidden name="id" value={formId} />
        <Hidden name="version" value={String(version)} />
        <TextArea
          say={say}
          again={again}
          name="text"
          label={say('page.growth.goal-text')}
          seen={say('seen.two')}
          value={goal.text}
          maxlength={limits.textCharsMax}
          rows={3}
        />
        <TextArea
          say={say}
          again={again}
          name="shownBy"
          label={say('page.growth.goal-shown-by')}
          value={goal.shownBy ?? ''}
          maxlength={limits.textCharsMax}
          rows={3}
          optional
        />
        <button type="submit" class={isChangedMeanwhile(again) ? undefined : 'second'}>
          {say('page.growth.reword-save')}
        </button>
      </form>
    </details>
  )
}

function Versions({ say, two, versions }: { say: Say; two: OfTwo; versions: readonly GoalVersion[] }) {
  if (versions.length < 2) return null
  return (
    <details>
      <summary>{say('page.growth.versions', { count: versions.length })}</summary>
      <Table
        caption={say('page.growth.versions', { count: versions.length })}
        quiet
        rows={versions}
        columns={[
          { head: say('label.growth.when'), cell: ({ at }) => <When say={say} at={at} short />, rowHead: true },
          { head: say('label.growth.who'), cell: ({ by }) => sayWho(say, two, by) },
          { head: say('page.growth.goal-text'), cell: ({ text }) => <span dir="auto">{text}</span> },
          { head: say('page.growth.shown-by'), cell: ({ shownBy }) => (shownBy === null ? '–' : <span dir="auto">{shownBy}</span>) },
        ]}
      />
    </details>
  )
}

function Keep({ say, goal }: Seen) {
  const state = goal.kept ? 'dropped' : 'kept'
  return (
    <div class="deeds">
      <Button action={`/goals/${goal.id}/state`} label={say(`page.growth.goal-${state}-save`)} fields={{ state }} kind="quiet" />
    </div>
  )
}
