import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { hasUsualSides } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { stageOn } from '#programmes/programme'
import { enrolmentsOfPerson, findProgramme } from '#programmes/reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextArea } from '#ui/field'
import { Card, Notice } from '#ui/notice'
import { isClosing, leavingLimits } from './leaving.ts'
import { lampsLit, type Thanks, thanksOf } from './leaving-reads.ts'
import { apart } from './letters.ts'
import { ofTwo } from './of-two.ts'
import { stageOf } from './stage-reads.ts'

const questions = ['came', 'surprised', 'hard', 'keep', 'next'] as const

/** The last conversation: five questions for it, the evaluation, thanks for the other alone, and whether it is passed on. */
export async function closingPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { pair, side, partner } = await ofTwo(db, params.partnership ?? '')
  const pathway = await pathwayOf(db, pair.programme)
  const isOpen = isClosing(pathway, pair, (await stageOf(db, pair.id))?.stage)
  const name = apart(partner.name)
  const path = `/partnerships/${pair.id}`
  const title = say('page.closing.title')
  const body = (
    <>
      <p class="small">
        <a href={path}>{say('page.pair.back', { name })}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.closing.how', { name })}</p>
      <ol>
        {questions.map((question) => (
          <li>{say(`page.closing.${question}`)}</li>
        ))}
      </ol>
      <p>
        <a href={`${path}/reviews`}>{say('page.closing.evaluation')}</a>
      </p>
      {isOpen ? (
        <>
          <h2>{say('page.closing.thanks', { name })}</h2>
          <ThanksOfTwo say={say} path={path} name={name} mine={pair[side]} thanks={await thanksOf(db, pair.id)} again={again} />
          {side === 'mentee' && hasUsualSides(pathway)
            ? await passItOn(db, { say, path, formId, programme: pair.programme, person: pair.mentee, partnership: pair.id })
            : null}
        </>
      ) : (
        <Notice>
          <p>{say('page.closing.not-yet')}</p>
        </Notice>
      )}
    </>
  )
  return { title, body }
}

type ThanksProps = { say: Say; path: string; name: string; mine: string; thanks: readonly Thanks[]; again: Again | undefined }

function ThanksOfTwo({ say, path, name, mine, thanks, again }: ThanksProps) {
  const own = thanks.find(({ person }) => person === mine)
  const theirs = thanks.find(({ person }) => person !== mine)
  return (
    <>
      {theirs === undefined ? null : (
        <Card>
          <h3>{say('page.closing.theirs', { name })}</h3>
          <p class="letter" dir="auto">
            {theirs.text}
          </p>
        </Card>
      )}
      {own === undefined ? (
        <form method="post" action={`${path}/thanks`} autocomplete="off">
          <TextArea
            say={say}
            name="text"
            label={say('page.closing.thanks.label')}
            seen={say('seen.gift', { name })}
            maxlength={leavingLimits.thanksCharsMax}
            again={again}
          />
          <button type="submit" class="second">
            {say('page.closing.thanks.send')}
          </button>
        </form>
      ) : (
        <Card>
          <h3>{say('page.closing.mine')}</h3>
          <p class="letter" dir="auto">
            {own.text}
          </p>
        </Card>
      )}
    </>
  )
}

type PassProps = { say: Say; path: string; formId: string; programme: string; person: string; partnership: string }

/** The question: will you pass it on? A yes is an enrolment; "not now" needs no button. */
async function passItOn(db: Db, { say, path, formId, programme: id, person, partnership }: PassProps) {
  const programme = found(await findProgramme(db, id))
  const isOver = stageOn(programme, db.now.toZonedDateTimeISO('UTC').toPlainDate()) === 'over'
  const hasLit = (await lampsLit(db, id)).some((lamp) => lamp.person === person && lamp.partnership === partnership)
  const isMentor = (await enrolmentsOfPerson(db, person)).some((one) => one.programme === id && one.side === 'mentor')
  if (isOver && !hasLit) return null
  return (
    <>
      <h2>{say('page.closing.pass')}</h2>
      {hasLit || isMentor ? (
        <Notice kind="good">
          <p>{say('page.closing.passed')}</p>
        </Notice>
      ) : (
        <>
          <p>{say('page.closing.pass.how', { programme: apart(programme.name) })}</p>
          <p class="small soft">{say('page.closing.pass.not-now')}</p>
          <Button action={`${path}/passing-on`} label={say('page.closing.pass.yes')} fields={{ id: formId }} />
        </>
      )}
    </>
  )
}
