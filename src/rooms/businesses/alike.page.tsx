import { sayShortDay } from '#ground/when'
import { type Say, sayKey } from '#ground/words'
import { Button } from '#ui/button'
import { Name } from '#ui/name'
import { Card } from '#ui/notice'
import { Table } from '#ui/table'
import type { Alike, Business } from './business.ts'
import { saySection } from './businesses.page.tsx'

type AlikeProps = { say: Say; business: Business; alike: readonly Alike[]; formId: string }

/** Side by side with each that may be the same; a person says. */
export function AlikeOnes({ say, business, alike, formId }: AlikeProps) {
  return (
    <>
      <h2>{say('page.business.alike', { count: alike.length })}</h2>
      {alike.map((other) => (
        <Card>
          <p>
            <a href={`/businesses/${other.id}`}>
              <bdi>{other.code}</bdi> <Name name={other.name} />
            </a>
            : {other.signs.map((sign) => sayKey(say, `business.sign.${sign}`)).join(' · ')}
          </p>
          <SideBySide say={say} business={business} other={other} />
          {other.same === null ? null : <p>{say(other.same ? 'page.business.same-said' : 'page.business.other-said')}</p>}
          <div class="deeds">
            {(['yes', 'no'] as const).map((same) => (
              <Button
                action={`/businesses/${business.id}/likeness`}
                label={say(same === 'yes' ? 'page.business.same' : 'page.business.other')}
                kind="second"
                fields={{ id: formId, other: other.id, same }}
                of={other.code}
              />
            ))}
          </div>
        </Card>
      ))}
    </>
  )
}

function SideBySide({ say, business, other }: { say: Say; business: Business; other: Business }) {
  const rows = [
    [say('label.business.name'), (one: Business) => one.name],
    [say('label.business.owners'), (one: Business) => one.owners.map(({ name }) => name).join(' · ')],
    [say('label.business.section'), (one: Business) => saySection(say, one.section)],
    [say('label.business.place'), (one: Business) => one.place],
    [
      say('label.business.started'),
      (one: Business) => (one.startedOn ? sayShortDay(say, one.startedOn) : say('page.business.not-started')),
    ],
    [say('label.business.licence'), (one: Business) => one.licence ?? '–'],
    [say('label.business.phone'), (one: Business) => one.phone ?? '–'],
  ] as const
  return (
    <Table
      caption={say('page.business.side-by-side', { one: business.code, other: other.code })}
      quiet
      rows={rows}
      columns={[
        { head: '', rowHead: true, cell: ([label]) => label },
        { head: business.code, cell: ([, of]) => <bdi>{of(business)}</bdi> },
        { head: other.code, cell: ([, of]) => <bdi>{of(other)}</bdi> },
      ]}
    />
  )
}
