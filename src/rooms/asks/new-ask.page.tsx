import type { Db } from '#ground/db'
import { textOf } from '#ground/form'
import { missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { pathwayOf } from '#programmes/pathway-reads'
import type { Programme } from '#programmes/programme'
import { enrolmentsOfPerson, findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Select, TextArea } from '#ui/field'
import { When } from '#ui/when'
import { limits } from './ask.ts'
import { sayTopics } from './letters.ts'
import { type Ask, asksOfPerson } from './reads.ts'
import { StateTag } from './state-tag.tsx'

const textRows = 5

/** One box: what do you need help with? Below it, what one asked before. */
export async function newAskPage(db: Db, { me, say, query, formId }: Asked, again?: Again): Promise<View> {
  const person = me?.person ?? ''
  const programmes = await programmesWithAsks(db, person)
  const mine = (await asksOfPerson(db, person)).filter(({ state, sentAt }) => state !== 'over' || sentAt !== null)
  const title = say('page.ask.new.title')
  const chosen = query.get('programme') ?? programmes[0]?.id ?? ''
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} labels={{ text: title }} />
      {programmes.length === 0 ? (
        <Empty>
          <p>{say('page.ask.new.none')}</p>
        </Empty>
      ) : (
        <form method="post" action="/asks" autocomplete="off">
          <Hidden name="id" value={textOf(again?.values, 'id') ?? formId} />
          <ProgrammeField say={say} programmes={programmes} chosen={chosen} again={again} />
          <TextArea
            say={say}
            name="text"
            label={say('page.ask.new.text')}
            hint={say('page.ask.new.text-hint')}
            seen={say('seen.those-asked')}
            maxlength={limits.textCharsMax}
            rows={textRows}
            again={again}
          />
          <button type="submit">{say('page.ask.new.find')}</button>
        </form>
      )}
      {mine.length > 0 ? <Mine say={say} asks={mine} /> : null}
    </>
  )
  return { title, body }
}

/** Drawn again after a refusal; who is in no such programme has nothing to send. */
export async function newAskAgainPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  if ((await programmesWithAsks(db, asked.me?.person ?? '')).length === 0) missing()
  return newAskPage(db, asked, again)
}

/** The programmes a person is in whose pathway has asks. */
async function programmesWithAsks(db: Db, person: string): Promise<Programme[]> {
  const ids = [...new Set((await enrolmentsOfPerson(db, person)).map(({ programme }) => programme))]
  const found = await Promise.all(ids.map(async (id) => ((await pathwayOf(db, id)).asks.allowed ? [await findProgramme(db, id)] : [])))
  return found.flat().filter((programme) => programme !== undefined)
}

type Fields = { say: Say; programmes: readonly Programme[]; chosen: string; again: Again | undefined }

function ProgrammeField({ say, programmes, chosen, again }: Fields) {
  if (programmes.length === 1) return <Hidden name="programme" value={programmes[0]?.id ?? ''} />
  const choices = programmes.map(({ id, name }) => ({ value: id, label: name }))
  return <Select say={say} name="programme" label={say('label.ask.programme')} value={chosen} choices={choices} again={again} />
}

function Mine({ say, asks }: { say: Say; asks: readonly Ask[] }) {
  return (
    <>
      <h2>{say('page.ask.mine')}</h2>
      <ul>
        {asks.map((ask) => (
          <MyAsk say={say} ask={ask} />
        ))}
      </ul>
    </>
  )
}

function MyAsk({ say, ask }: { say: Say; ask: Ask }) {
  const about = sayTopics(say, ask.topics) || say('page.ask.without-topic')
  return (
    <li>
      <a href={`/asks/${ask.id}`}>{about}</a> <StateTag say={say} ask={ask} />{' '}
      <span class="soft small">
        <When say={say} at={ask.sentAt ?? ask.draftedAt} day />
      </span>
    </li>
  )
}
