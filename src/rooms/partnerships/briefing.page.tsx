import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { standingOf } from './advance.ts'
import { apart } from './letters.ts'
import { ofTwo } from './of-two.ts'
import { ownPart } from './pair-stands.ts'
import { limits } from './partnership.ts'

/** Two minutes to read before the first meeting: the roles, the meeting, what is confidential and where that ends; and its one button. */
export async function briefingPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const { pair, side, partner } = await ofTwo(db, params.partnership ?? '')
  const pathway = await pathwayOf(db, pair.programme)
  const standing = await standingOf(db, pair)
  const path = `/partnerships/${pair.id}`
  const name = apart(partner.name)
  const roles = { mine: sayTexts(say, pathway.sides[side]), theirs: sayTexts(say, pathway.sides[side === 'mentor' ? 'mentee' : 'mentor']) }
  const open = (pair.endedAt === null ? (standing?.stage.leave ?? []) : []).flatMap((one) =>
    standing && one.what === 'confirmed' && ownPart(one, standing, side) === 'open' && standing.stage.leaveWhen === 'all' ? [one] : [],
  )
  const confidential = pathway.agreement.clauses.filter(({ fixed }) => fixed)
  const title = say('page.briefing.title')
  const body = (
    <>
      <p class="small">
        <a href={path}>{say('page.pair.back', { name })}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <h2>{say('page.briefing.roles')}</h2>
      <p>{say('page.briefing.roles.who', { ...roles, name })}</p>
      <p>{say(`page.briefing.roles.${side}`)}</p>
      <h2>{say('page.briefing.first')}</h2>
      <p>{say('page.briefing.first.how', { days: limits.firstMeetingDays, minutes: pathway.meetings.minutes })}</p>
      <ul>
        {(['know', 'want', 'rhythm', 'next'] as const).map((point) => (
          <li>{say(`page.briefing.first.${point}`)}</li>
        ))}
      </ul>
      {confidential.map((clause) => (
        <>
          <h2>{sayTexts(say, clause.title)}</h2>
          <p>{sayTexts(say, clause.says)}</p>
        </>
      ))}
      <p>
        <a href="/concern">{say('page.briefing.concern')}</a>
      </p>
      {open.map((criterion) => (
        <Button
          action={`${path}/confirmations`}
          label={sayTexts(say, criterion.says)}
          fields={{ stage: standing?.stage.key ?? '', criterion: criterion.key }}
        />
      ))}
      {open.length === 0 ? (
        <Notice kind="good">
          <p>{say('page.briefing.done')}</p>
        </Notice>
      ) : null}
    </>
  )
  return { title, body }
}
