import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { profilesOf } from '#people/profile-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Card, Tag } from '#ui/notice'
import { Day } from '#ui/when'
import { bandRows } from './bank.form.ts'
import { keptBank, sayPoints } from './bank.page.tsx'
import type { Funder } from './bank.ts'
import { Of } from './bank-change.page.tsx'
import { sayHours } from './money.ts'
import { fundersOf } from './reads.ts'
import { type ShareSet, shareSetById, shareSetsOf } from './share-reads.ts'

/** Who pays which part, set by set; and the form that proposes another. */
export async function sharesPage(db: Db, { say, params, me, formId }: Asked, again?: Again): Promise<View> {
  const bank = await keptBank(db, params.bank ?? (await bankOfSet(db, params.shareSet)))
  const funders = await fundersOf(db, bank.id)
  const sets = (await shareSetsOf(db, bank.id)).toReversed()
  const people = await profilesOf(
    db,
    sets.flatMap(({ by }) => (by ? [by] : [])),
  )
  const today = db.now.toZonedDateTimeISO(say.zone).toPlainDate()
  const body = (
    <>
      <Of bank={bank} head={say('page.shares.head')} />
      <p class="soft">{say('page.shares.lead')}</p>
      <ErrorSummary say={say} again={again} />
      {sets.map((set) => (
        <Proposed
          say={say}
          set={set}
          funders={funders}
          by={set.by ? (people.get(set.by)?.fullName ?? '—') : '—'}
          mayDecide={me?.person !== set.by}
        />
      ))}
      <h2>{say('page.shares.propose')}</h2>
      <form method="post" action={`/banks/${bank.id}/shares`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <TextField
          say={say}
          name="fromDay"
          label={say('label.bank.from-day')}
          hint={say('page.date-hint')}
          value={sayShortDay(say, today)}
          short
          again={again}
        />
        {Array.from({ length: bandRows }, (_, nth) => (
          <Band say={say} nth={nth} funders={funders.filter(({ kind }) => kind !== 'budget')} again={again} />
        ))}
        <button type="submit">{say('page.shares.send')}</button>
      </form>
    </>
  )
  return { title: say('page.shares.title', { bank: bank.name }), body }
}

async function bankOfSet(db: Db, shareSet: string | undefined): Promise<string> {
  return found(await shareSetById(db, shareSet ?? '')).bank
}

type ProposedProps = { say: Say; set: ShareSet; funders: readonly Funder[]; by: string; mayDecide: boolean }

function Proposed({ say, set, funders, by, mayDecide }: ProposedProps) {
  const isFirst = set.position === 1
  return (
    <Card>
      <h2>
        {say('page.shares.from')} <Day say={say} date={set.fromDay} /> {stateOf(say, set)}
      </h2>
      {set.bands.map(({ fromMinutes, shares }) => (
        <p>
          {fromMinutes > 0 ? say('page.shares.from-hours', { hours: sayHours(say, fromMinutes) }) : null}{' '}
          {shares.map(({ funder, basisPoints }, at) => (
            <>
              {at > 0 ? ' · ' : ''}
              <Name name={funders.find(({ id }) => id === funder)?.name ?? '—'} /> {sayPoints(say, basisPoints)}
            </>
          ))}
        </p>
      ))}
      {isFirst ? null : (
        <p class="soft">
          {say('page.shares.by')} <Name name={by} />
        </p>
      )}
      {!isFirst && set.agreed === null && mayDecide ? (
        <div class="row">
          <Button action={`/share-sets/${set.id}/decision`} label={say('page.shares.agree')} fields={{ agrees: 'yes' }} />
          <Button action={`/share-sets/${set.id}/decision`} label={say('page.shares.decline')} fields={{ agrees: 'no' }} kind="second" />
        </div>
      ) : null}
    </Card>
  )
}

function stateOf(say: Say, { position, agreed }: ShareSet) {
  if (position === 1 || agreed === true) return <Tag kind="good">{say('page.shares.agreed')}</Tag>
  return agreed === false ? <Tag kind="bad">{say('page.shares.declined')}</Tag> : <Tag kind="wait">{say('page.shares.waiting')}</Tag>
}

function Band({ say, nth, funders, again }: { say: Say; nth: number; funders: readonly Funder[]; again: Again | undefined }) {
  const isTyped = Object.entries(again?.values ?? {}).some(([field, value]) => field.startsWith(`share${nth}.`) && value !== '')
  return (
    <details open={nth === 0 || isTyped}>
      <summary>{say(nth === 0 ? 'page.shares.band-first' : 'page.shares.band-next')}</summary>
      {nth === 0 ? null : (
        <TextField say={say} name={`hours${nth}`} label={say('page.shares.hours')} inputmode="numeric" short again={again} />
      )}
      {funders.map(({ id, name }) => (
        <TextField
          say={say}
          name={`share${nth}.${id}`}
          label={say('page.shares.share-of', { name: `\u2068${name}\u2069` })}
          inputmode="numeric"
          short
          again={again}
        />
      ))}
    </details>
  )
}
