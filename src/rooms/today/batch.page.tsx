import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { isLanguage, languages, type Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { type Batch, type BatchLine, findBatch, linesOf } from './batch-reads.ts'
import { limits } from './card.ts'

/** Letters to many before they leave: one of each language as it will be read, to whom, and one button; then a minute to take them back. */
export async function batchPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const batch = found(await findBatch(db, params.batch ?? ''))
  const lines = await linesOf(db, batch.id)
  const people = await correspondentsOf(
    db,
    lines.map(({ person }) => person),
  )
  const title = say('page.batch.title', { count: lines.length })
  const written = languages.filter((language) => lines.some((line) => line.language === language))
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <State say={say} batch={batch} count={lines.length} />
      {written.map((language) => (
        <Sample say={say} lines={lines.filter((line) => line.language === language)} nameOf={(id) => people.get(id)?.name ?? '–'} />
      ))}
    </>
  )
  return { title, body }
}

function State({ say, batch, count }: { say: Say; batch: Batch; count: number }) {
  const back = (
    <p>
      <a href="/">{say('page.today.back')}</a>
    </p>
  )
  if (batch.recalledAt !== null) {
    return (
      <>
        <Notice>
          <p>{say('page.batch.recalled')}</p>
        </Notice>
        {back}
      </>
    )
  }
  if (batch.leftAt !== null) {
    return (
      <>
        <Notice kind="good">
          <p>{say('page.batch.left', { written: batch.written ?? 0, passed: batch.passedOver ?? 0 })}</p>
        </Notice>
        {back}
      </>
    )
  }
  if (batch.leavesAt === null) {
    return (
      <>
        <p>{say('page.batch.lead', { seconds: limits.recallSeconds })}</p>
        <div class="deeds">
          <Button action={`/batches/${batch.id}/sending`} label={say('page.batch.send', { count })} />
        </div>
      </>
    )
  }
  return (
    <>
      <Notice kind="wait">
        <p>
          {say('page.batch.leaves')} <When say={say} at={batch.leavesAt} />
        </p>
      </Notice>
      <div class="deeds">
        <Button action={`/batches/${batch.id}/recall`} label={say('page.batch.recall')} kind="second" />
      </div>
      {back}
    </>
  )
}

/** One letter in full, and who else gets the same in that language. */
function Sample({ say, lines, nameOf }: { say: Say; lines: readonly BatchLine[]; nameOf: (id: string) => string }) {
  const [first] = lines
  if (first === undefined || !isLanguage(first.language)) return null
  return (
    <section class="card">
      <h2>{say('page.batch.language', { language: first.language, count: lines.length })}</h2>
      <div lang={first.language} dir="auto">
        <p>
          <strong>{first.title}</strong>
        </p>
        {first.body.split('\n\n').map((paragraph) => (
          <p dir="auto">{paragraph}</p>
        ))}
      </div>
      <details>
        <summary>{say('page.batch.to')}</summary>
        <ul>
          {lines.map(({ person, title }) => (
            <li>
              <Name name={nameOf(person)} /> <span class="small soft">{title}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
