import { destroyedAt } from '#ground/content-keys'
import { found } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { Destroyed } from '#ui/destroyed'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Hidden, TextArea } from '#ui/field'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { isReference, limits, standOf } from './concern.ts'
import { disclosuresOf } from './disclosure-reads.ts'
import { OwnDisclosures } from './disclosures.tsx'
import { helplinesOf, messagesOf, type OwnConcern, officersOf, ownByReference } from './reads.ts'
import { Talk } from './talk.tsx'
import { Helplines, WhoReads } from './who-reads.tsx'

/** A concern as the one who raised it reads it: by when, by whom, what was asked and answered. */
export const followPage: Page = async (db, asked, again) => {
  const { say, params, formId } = asked
  const reference = params.reference ?? ''
  const concern = found(await ownByReference(db, reference))
  const messages = await messagesOf(db, concern.id)
  const title = say('page.follow.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <Code asked={asked} />
      <Destroyed say={say} at={await destroyedAt(db, concern.id)} />
      <p>{say(`page.follow.${standOf(concern, db.now)}`)}</p>
      <Times asked={asked} concern={concern} />
      <WhoReads say={say} officers={await officersOf(db, concern.organisation)} />
      <Helplines say={say} text={await helplinesOf(db, concern.organisation)} />
      {concern.endText === null ? null : (
        <p class="letter" dir="auto">
          {concern.endText}
        </p>
      )}
      <h2>{say('page.follow.told')}</h2>
      <p class="letter" dir="auto">
        {concern.what}
      </p>
      <OwnDisclosures say={say} disclosures={await disclosuresOf(db, concern.id)} />
      <Talk say={say} messages={messages} nameOf={() => null} />
      <form method="post" action={`/concern/${encodeURIComponent(reference)}/messages`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <TextArea
          say={say}
          again={again}
          name="text"
          label={say('label.concern.add')}
          seen={say('seen.officers')}
          maxlength={limits.messageCharsMax}
        />
        <button type="submit">{say('page.follow.add')}</button>
      </form>
    </>
  )
  return { title, body }
}

/** Shown once, right after sending: the only key there is. */
function Code({ asked: { say, params, query, baseUrl } }: { asked: Asked }) {
  const reference = params.reference ?? ''
  if (query.get('done') !== 'concern-raised' || !isReference(reference)) return null
  return (
    <Notice kind="wait">
      <p>{say('page.follow.code')}</p>
      <p>
        <bdi class="code" dir="ltr">
          {reference}
        </bdi>
      </p>
      <p>{say('page.follow.code-where', { address: `\u2066${baseUrl}/concern\u2069` })}</p>
      <p>{say('page.follow.code-shared')}</p>
    </Notice>
  )
}

function Times({ asked: { say }, concern }: { asked: Asked; concern: OwnConcern }) {
  const { severity, raisedAt, dueAt, acknowledgedAt, endedAt, about, isNamed } = concern
  const at = (instant: Temporal.Instant | null) => (instant === null ? null : <When say={say} at={instant} />)
  return (
    <Facts
      facts={[
        [say('label.concern.severity-short'), say(`concern.severity.${severity}`)],
        [say('label.concern.raised'), at(raisedAt)],
        [say('label.concern.due'), acknowledgedAt === null ? at(dueAt) : null],
        [say('label.concern.acknowledged'), at(acknowledgedAt)],
        [say('label.concern.ended'), at(endedAt)],
        [say('label.concern.about'), about === null ? null : <bdi>{about}</bdi>],
        [say('label.concern.from'), say(isNamed ? 'page.follow.named' : 'page.follow.nameless')],
      ]}
    />
  )
}
