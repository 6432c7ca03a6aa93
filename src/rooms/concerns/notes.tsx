import { Hidden, TextArea } from '#ui/field'
import { When } from '#ui/when'
import type { FormProps, Names } from './concern.page.tsx'
import { limits } from './concern.ts'
import type { Note } from './desk-reads.ts'

/** What officers wrote for officers, and the place for more. */
export function Notes({ asked: { say, formId }, again, concern, names, notes }: FormProps & { names: Names; notes: readonly Note[] }) {
  return (
    <>
      <h2>{say('page.answer.notes')}</h2>
      {notes.map(({ by, at, text }) => (
        <>
          <p class="small soft">
            <bdi>{names(by)}</bdi> · <When say={say} at={at} />
          </p>
          <p class="letter" dir="auto">
            {text}
          </p>
        </>
      ))}
      <form method="post" action={`/concerns/${concern.id}/notes`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <TextArea
          say={say}
          again={again}
          name="note"
          label={say('label.concern.note')}
          seen={say('seen.officers')}
          maxlength={limits.noteCharsMax}
        />
        <button type="submit" class="second">
          {say('page.answer.write')}
        </button>
      </form>
    </>
  )
}
