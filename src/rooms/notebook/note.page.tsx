import type { Db } from '#ground/db'
import { textOf } from '#ground/form'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { ToDisclosure } from '#partnerships/to-disclosure'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { Above, apart, sayWho, WhoReads } from './around.tsx'
import { type Draft, limits, type Note } from './note.ts'
import { findDraft, findNote, versionsOf } from './reads.ts'
import { type Standing, standingOf } from './standing.ts'
import { VersionLinks } from './version-links.tsx'
import { Typed, Writing } from './writing.tsx'

type Seen = { asked: Asked; again: Again | undefined; standing: Standing; note: Note; isMine: boolean; draft: Draft | undefined }

/** One note, whole; for its author the ways to change, share or take it back. Its words stay out of the title, which a browser keeps. */
export async function notePage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const { say } = asked
  const note = found(await findNote(db, asked.params.note ?? ''))
  const standing = await standingOf(db, note.partnership, [note])
  const isMine = note.author === db.by
  const canChange = isMine && !standing.isOver && note.end === null
  const draft = canChange ? await findDraft(db, { kind: 'change', item: note.id }) : undefined
  const versions = await versionsOf(db, note.id)
  const seen: Seen = { asked, again, standing, note, isMine, draft }
  const title = say(`page.note.${note.kind}.title`, { name: apart(standing.two.partner.name) })
  if (canChange && isChangedMeanwhile(again)) return { title, body: <BothTexts {...seen} /> }
  const body = (
    <>
      <Above say={say} standing={standing} to={note.kind} />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <WhoReads say={say} standing={standing} of={note.kind} />
      <Whole {...seen} />
      {canChange ? <Reword {...seen} /> : <Typed say={say} again={again} />}
      {note.end === null ? <VersionLinks say={say} note={note.id} versions={versions} newest={note.version} /> : null}
      {canChange ? <Deeds {...seen} /> : null}
      {note.text === null ? null : <ToDisclosure say={say} partnership={note.partnership} item={`${note.kind}-note:${note.id}`} />}
    </>
  )
  return { title, body }
}

function Whole({ asked: { say }, standing, note, isMine }: Seen) {
  const told = { who: sayWho(say, standing.two, note.author), mine: isMine ? 'yes' : 'no' }
  if (note.end) {
    return (
      <Notice>
        <p>
          {say(note.end.why === 'shared' ? 'page.note.was-shared' : 'page.notebook.taken-back-by', told)}{' '}
          <When say={say} at={note.end.at} day />
        </p>
      </Notice>
    )
  }
  return (
    <>
      <p class="small soft">
        {say('page.notebook.by', told)} <When say={say} at={note.madeAt} />
        {note.version > 1 ? ` ${say('page.notebook.changed', { count: note.version - 1 })}` : null}
      </p>
      {note.text === null ? null : (
        <p class="card written" dir="auto">
          {note.text}
        </p>
      )}
    </>
  )
}

/** Refused since the text was changed in the meantime, elsewhere: both texts are on the page, and the next save is against the latest. */
const isChangedMeanwhile = (again: Again | undefined) => again?.slips.some(({ key }) => key === 'refusal.notebook.reworded') ?? false

function BothTexts(seen: Seen) {
  const { asked, again, standing, note } = seen
  const { say } = asked
  return (
    <>
      <Above say={say} standing={standing} to={note.kind} />
      <h1>{say('page.note.both')}</h1>
      <ErrorSummary say={say} again={again} />
      <div class="two">
        <Text head={say('page.note.text-now')} text={note.text ?? ''} />
        <Text head={say('page.note.text-yours')} text={textOf(again?.values, 'text') ?? ''} />
      </div>
      <Reword {...seen} />
    </>
  )
}

function Text({ head, text }: { head: string; text: string }) {
  return (
    <div class="card">
      <h2>{head}</h2>
      <p class="written" dir="auto">
        {text}
      </p>
    </div>
  )
}

function Reword({ asked: { say, formId }, again: sent, standing, note, draft }: Seen) {
  const again = sent?.values.text === undefined ? undefined : sent
  const isStale = isChangedMeanwhile(again)
  const readVersion = textOf(again?.values, 'version') ?? String(draft?.version ?? note.version)
  const path = `/notes/${note.id}`
  return (
    <details open={again !== undefined || draft !== undefined}>
      <summary>{say('page.note.reword')}</summary>
      <Writing
        say={say}
        again={again}
        action={`${path}/text`}
        draftAction={`${path}/draft`}
        fields={{ id: formId, version: isStale ? String(note.version) : readVersion }}
        label={say('page.note.text')}
        seen={say(note.kind === 'shared' ? 'seen.two' : 'seen.me')}
        charsMax={limits.noteCharsMax}
        rows={8}
        value={note.text ?? ''}
        draft={draft}
        save={say('page.note.save')}
        isOnHold={note.kind === 'shared' && standing.isOnHold}
      />
    </details>
  )
}

function Deeds({ asked: { say, formId }, standing, note }: Seen) {
  const path = `/notes/${note.id}`
  const mayShare = note.kind === 'private' && !standing.isOnHold
  if (note.kind === 'shared' && standing.isOnHold) return null
  return (
    <>
      {mayShare ? <p class="small soft">{say('page.note.share-what', { name: apart(standing.two.partner.name) })}</p> : null}
      <p class="small soft">{say(`page.note.take-back-what.${note.kind}`, { name: apart(standing.two.partner.name) })}</p>
      <div class="deeds">
        {mayShare ? (
          <Button
            action={`${path}/sharing`}
            label={say('page.note.share', { name: apart(standing.two.partner.name) })}
            fields={{ id: formId, version: String(note.version) }}
            kind="second"
          />
        ) : null}
        <Button action={`${path}/ending`} label={say('page.note.take-back')} kind="quiet" />
      </div>
    </>
  )
}
