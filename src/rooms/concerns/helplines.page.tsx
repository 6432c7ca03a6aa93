import type { Page } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextArea } from '#ui/field'
import { limits } from './concern.ts'
import { helplinesOf } from './reads.ts'

/** Whom people can call before anybody has read: an officer writes it, everybody reads it. */
export const helplinesPage: Page = async (db, { say, me, formId }, again) => {
  const title = say('page.helplines.title')
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <form method="post" action="/helplines" autocomplete="off">
        <Hidden name="id" value={formId} />
        <TextArea
          say={say}
          again={again}
          name="text"
          label={say('label.helplines.text')}
          hint={say('page.helplines.hint')}
          seen={say('seen.everybody')}
          value={(await helplinesOf(db, me?.organisation ?? '')) ?? ''}
          rows={8}
          maxlength={limits.helplinesCharsMax}
        />
        <button type="submit">{say('page.helplines.save')}</button>
      </form>
    </>
  )
  return { title, body }
}
