import type { Again, Asked } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { When } from '#ui/when'
import { limits } from './concern.ts'
import type { OwnConcern } from './reads.ts'

type OrganisationsProps = { asked: Asked; again: Again | undefined; organisations: readonly { id: string; name: string }[] }

/** Which organisation, asked first, since its officers are named before anything is written. */
export function Organisations({ asked: { say }, again, organisations }: OrganisationsProps) {
  return (
    <>
      <ErrorSummary say={say} again={again} />
      <h2>{say('page.concern.which')}</h2>
      <ul>
        {organisations.map(({ id, name }) => (
          <li>
            <a href={`/concern?organisation=${id}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What happens once it is sent, before it is. */
export function Next({ asked: { say } }: { asked: Asked }) {
  return (
    <>
      <h2>{say('page.concern.next')}</h2>
      <ul>
        <li>{say('page.concern.next.letter')}</li>
        <li>{say('page.concern.next.code')}</li>
        <li>{say('page.concern.next.other')}</li>
      </ul>
    </>
  )
}

type BeforeProps = { asked: Asked; again: Again | undefined; own: readonly Pick<OwnConcern, 'id' | 'raisedAt'>[] }

/** The way back to what was raised before: by the code, or from one's own list. */
export function Before({ asked: { say }, again, own }: BeforeProps) {
  const byCode = again !== undefined && again.values.what === undefined
  return (
    <>
      <h2>{say('page.concern.before')}</h2>
      {own.length > 0 ? (
        <ul>
          {own.map(({ id, raisedAt }) => (
            <li>
              <a href={`/concern/${id}`}>
                <When say={say} at={raisedAt} />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" action="/concern/opening" autocomplete="off">
        <TextField
          say={say}
          name="reference"
          label={say('label.concern.code')}
          again={byCode ? again : undefined}
          maxlength={limits.codeCharsMax}
        />
        <button type="submit" class="second">
          {say('page.concern.open')}
        </button>
      </form>
    </>
  )
}
