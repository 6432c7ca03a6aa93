import type { Business } from '#businesses/business'
import type { Say } from '#ground/words'
import { Name } from '#ui/name'
import { Tag } from '#ui/notice'
import type { State } from './coaching.ts'

const kinds: Readonly<Record<State, 'good' | 'wait' | 'bad' | undefined>> = {
  ...{
    proposed: 'wait',
    awaitingFunds: 'wait',
    booked: undefined,
    held: 'wait',
    recorded: 'wait',
    disputed: 'bad',
    clientConfirmed: 'good',
  },
  ...{ reversed: undefined, cancelledInTime: undefined, lateCancelledByClient: 'bad', noShowClient: 'bad', cancelledByCoach: 'bad' },
  ...{ noShowCoach: 'bad', forceMajeure: undefined },
}

/** What a meeting has come to, in a word or two. */
export function StateTag({ say, state }: { say: Say; state: State }) {
  const kind = kinds[state]
  return <Tag {...(kind ? { kind } : {})}>{say(`coaching.state.${state}`)}</Tag>
}

/** The way back to a business, by its name. */
export function OfBusiness({ business }: { business: Pick<Business, 'id' | 'name'> }) {
  return (
    <p class="small">
      <a href={`/businesses/${business.id}/coaching`}>
        <Name name={business.name} />
      </a>
    </p>
  )
}
