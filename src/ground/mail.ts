import assert from 'node:assert/strict'
import type { Method } from './calendar-file.ts'
import type { Db, Tx } from './db.ts'
import type { Reader } from './words.ts'

/** A letter to one person, in their language. The link, if any, is the last thing in it and stands on a line of its own. */
export type Letter = {
  kind: string
  /** What it is about: together with kind, recipient and version it makes the letter unique. */
  about: string
  recipient: string | null
  organisation: string | null
  address: string
  language: Reader['language']
  title: string
  body: string
  version?: number
  /** What goes with it for a calendar program, see `invitationFile`. */
  calendar?: { method: Method; text: string } | undefined
}

export const limits = { titleCharsMax: 300, bodyCharsMax: 20_000, calendarCharsMax: 20_000, lettersShownMax: 50 } as const

/** Puts a letter in the outbox, in the transaction of its cause; the same letter again is not written twice. */
export async function writeLetter(tx: Tx, letter: Letter): Promise<void> {
  const id = tx.newId()
  const { kind, about, recipient, organisation, address, language, title, body } = letter
  const written = await tx
    .insertInto('mails')
    .values({
      id,
      kind,
      about,
      recipient,
      organisation,
      address,
      language,
      title: title.slice(0, limits.titleCharsMax),
      body: body.slice(0, limits.bodyCharsMax),
      version: letter.version ?? 1,
      messageId: `<${id}@lampline>`,
      writtenAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) return
  if (letter.calendar) await insertCalendar(tx, id, letter.calendar)
  await tx.note('mail.written', id, { organisation })
}

async function insertCalendar(tx: Tx, mail: string, { method, text }: NonNullable<Letter['calendar']>): Promise<void> {
  assert(text.length <= limits.calendarCharsMax, 'a file for a calendar is short')
  await tx.insertInto('mailCalendars').values({ mail, method, words: text }).execute()
}

/** Whom letters of a kind on one thing went to, and where; the house alone may ask. */
export async function recipientsOf(db: Db, kind: string, about: string): Promise<{ recipient: string; address: string }[]> {
  const rows = await db
    .selectFrom('mails')
    .select(['recipient', 'address'])
    .distinct()
    .where('kind', '=', kind)
    .where('about', '=', about)
    .limit(limits.lettersShownMax)
    .execute()
  return rows.flatMap(({ recipient, address }) => (recipient === null ? [] : [{ recipient, address }]))
}

export type OutboxRow = {
  id: string
  kind: string
  address: string
  title: string
  body: string
  language: string
  writtenAt: Temporal.Instant
  /** `waiting`: not tried yet. `sending`: tried, and no word of how it ended. */
  state: 'waiting' | 'sending' | 'sent' | 'kept' | 'failed' | 'unsure' | 'again'
}

/** The newest letters first; one page. */
export async function outbox(db: Db, where: { organisation?: string; before?: Temporal.Instant } = {}): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('mails')
    .select(['id', 'kind', 'address', 'title', 'body', 'language', 'writtenAt'])
    .select((eb) => [
      eb
        .selectFrom('mailAttempts')
        .leftJoin('mailOutcomes', 'mailOutcomes.attempt', 'mailAttempts.id')
        .select((inner) => inner.fn.coalesce('mailOutcomes.outcome', inner.val('sending')).as('outcome'))
        .whereRef('mailAttempts.mail', '=', 'mails.id')
        .orderBy('mailAttempts.startedAt', 'desc')
        .limit(1)
        .as('state'),
    ])
    .$if(where.organisation !== undefined, (q) => q.where('organisation', '=', where.organisation ?? null))
    .$if(where.before !== undefined, (q) => q.where('writtenAt', '<', where.before ?? houseStart))
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limits.lettersShownMax)
    .execute()
  return rows.map((row) => ({ ...row, state: (row.state ?? 'waiting') as OutboxRow['state'] }))
}

const houseStart = Temporal.Instant.fromEpochMilliseconds(0)

/** The plain letter as a small HTML page: paragraphs, and its web addresses as links. */
export function htmlOf(letter: { body: string; title: string; language: string }): string {
  const dir = letter.language === 'fa-AF' ? 'rtl' : 'ltr'
  const paragraphs = letter.body.split(/\n{2,}/).map(
    (text) =>
      `<p>${escapeText(text)
        .replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)
        .replace(/\n/g, '<br>')}</p>`,
  )
  return `<!doctype html><html lang="${letter.language}" dir="${dir}"><meta charset="utf-8"><title>${escapeText(letter.title)}</title>
<body style="font:17px/1.55 system-ui,sans-serif;color:#2A2620;background:#FBF6EC;margin:0;padding:24px">
<div style="max-width:36em;margin:auto;background:#fff;padding:24px;border:1px solid #D9CBB0;border-radius:10px">
${paragraphs.join('\n')}
</div></body></html>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
