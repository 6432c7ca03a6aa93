import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { TextField, Tick } from '#ui/field'
import { Name } from '#ui/name'
import { limits, type Owner } from './business.ts'

type OwnerProps = { say: Say; nth: number; again: Again | undefined; owner: Owner | undefined; code: string; self: string | undefined }

/** One owner of up to four. Who applies is the first, and names the others; only coordinators look people up by their code. */
export function OwnerFields({ say, nth, again, owner, code, self }: OwnerProps) {
  const applies = self !== undefined
  return (
    <details open={nth === 1 || owner !== undefined || Boolean(again?.values[`owner${nth}`])}>
      <summary>{say('page.register.owner-nth', { nth })}</summary>
      {applies && nth === 1 ? (
        <p>
          <Name name={self} /> {say('page.apply.yourself')}
        </p>
      ) : (
        <TextField
          say={say}
          name={`owner${nth}`}
          label={say('page.register.owner')}
          seen={say('seen.business')}
          value={owner?.name}
          maxlength={limits.nameCharsMax}
          optional={nth > 1}
          again={again}
        />
      )}
      {applies ? null : (
        <TextField
          say={say}
          name={`ownerCode${nth}`}
          label={say('page.register.owner-code')}
          hint={nth === 1 ? say('page.register.owner-code-hint') : undefined}
          value={code}
          short
          optional
          again={again}
        />
      )}
      <Tick
        say={say}
        name={`adult${nth}`}
        label={say(applies && nth === 1 ? 'page.apply.adult' : 'page.register.adult')}
        ticked={owner?.adult ?? false}
        again={again}
      />
    </details>
  )
}
