import { coachesPaid } from '#coaching/figures'
import { coordinatedBank } from '#funding/coordinated'
import { todayOf } from '#funding/today'
import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { sayHours, sayMoney } from '#hours/money'
import { banksSeen, findBank, termsOf } from '#hours/reads'
import { profilesOf } from '#people/profile-reads'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Card, Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { Day } from '#ui/when'
import { type Claim, limits, type State, stateOf } from './claim.ts'
import { claimable } from './make-claim.ts'
import { claimsIn, claimsOfCoach } from './reads.ts'

const kinds = { claimed: 'wait', approved: 'wait', paid: 'good', refused: 'bad' } as const
const banksMax = 20

export function StateTag({ say, state }: { say: Say; state: State }) {
  return <Tag kind={kinds[state]}>{say(`claim.state.${state}`)}</Tag>
}

/** A coach's own claims: what may be claimed now, with one button, and what became of each before. */
export async function ownClaimsPage(db: Db, { say, me, formId }: Asked, again?: Again): Promise<View> {
  const coach = me?.person ?? missing()
  const banks = await banksSeen(db, banksMax)
  const open = []
  for (const bank of banks) {
    const end = (await todayOf(db, bank)).with({ day: 1 }).subtract({ days: 1 })
    open.push({ bank, end, lines: await claimable(db, { id: formId, bank, coach, until: end }) })
  }
  const claims = await claimsOfCoach(db, coach, limits.rowsAPageMax)
  const body = (
    <>
      <h1>{say('page.own-claims.head')}</h1>
      <p class="soft">{say('page.own-claims.lead')}</p>
      <ErrorSummary say={say} again={again} />
      {open
        .filter(({ lines }) => lines.length > 0)
        .map(({ bank, end, lines }) => (
          <Card now>
            <p>
              {say('page.own-claims.open', {
                count: lines.length,
                amount: sayMoney(
                  say,
                  lines.reduce((sum, { amount }) => sum + amount, 0n),
                  bank,
                ),
                day: sayShortDay(say, end),
              })}
            </p>
            <Button
              action={`/banks/${bank.id}/claims`}
              label={say('page.own-claims.claim')}
              fields={{ id: formId, coach, month: end.with({ day: 1 }).toString() }}
            />
          </Card>
        ))}
      {claims.length === 0 ? (
        <Empty>{say('page.own-claims.none')}</Empty>
      ) : (
        <Rows say={say} claims={claims} banks={banks} over={await boundsOf(db, banks)} />
      )}
    </>
  )
  return { title: say('page.own-claims.head'), body }
}

async function boundsOf(db: Db, banks: readonly Bank[]): Promise<Map<string, bigint>> {
  const bounds = new Map<string, bigint>()
  for (const { id } of banks) bounds.set(id, (await termsOf(db, id)).twoPersonsOver)
  return bounds
}

type RowsProps = {
  say: Say
  claims: readonly Claim[]
  banks: readonly Bank[]
  over: Map<string, bigint>
  names?: (coach: string) => string
}

function Rows({ say, claims, banks, over, names }: RowsProps) {
  const money = (claim: Claim) => {
    const bank = banks.find(({ id }) => id === claim.bank)
    return bank ? sayMoney(say, claim.amount, bank) : '—'
  }
  return (
    <Table
      caption={say('page.claims.title')}
      quiet
      rows={claims}
      columns={[
        {
          head: say('label.claim.month'),
          rowHead: true,
          cell: ({ id, month }) => (
            <a href={`/claims/${id}`}>
              <Day say={say} date={month} short />
            </a>
          ),
        },
        ...(names ? [{ head: say('label.claim.coach'), cell: ({ coach }: Claim) => <Name name={names(coach)} /> }] : []),
        { head: say('label.claim.hours'), number: true, cell: ({ minutes }) => sayHours(say, minutes) },
        { head: say('label.claim.amount'), number: true, cell: money },
        { head: say('label.claim.state'), cell: (claim) => <StateTag say={say} state={stateOf(claim, over.get(claim.bank) ?? 0n)} /> },
      ]}
    />
  )
}

/** The claims of a bank, those that wait first; and the coaches who have not claimed what is theirs. */
export async function bankClaimsPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const end = (await todayOf(db, bank)).with({ day: 1 }).subtract({ days: 1 })
  const claims = await claimsIn(db, bank.id, limits.rowsAPageMax)
  const coaches = await coachesPaid(db, bank.id, end.subtract({ months: limits.monthsShownMax }), end)
  const unclaimed = []
  for (const coach of coaches) unclaimed.push({ coach, lines: await claimable(db, { id: formId, bank, coach, until: end }) })
  const people = await profilesOf(db, [...new Set([...coaches, ...claims.map(({ coach }) => coach)])])
  const nameOf = (coach: string) => people.get(coach)?.fullName ?? '—'
  const body = (
    <>
      <p class="small">
        <a href={`/banks/${bank.id}`}>
          <Name name={bank.name} />
        </a>
      </p>
      <h1>{say('page.claims.title')}</h1>
      <p class="soft">{say('page.claims.lead')}</p>
      <ErrorSummary say={say} again={again} />
      {claims.length === 0 ? (
        <Empty>{say('page.claims.none')}</Empty>
      ) : (
        <Rows say={say} claims={claims} banks={[bank]} over={await boundsOf(db, [bank])} names={nameOf} />
      )}
      {unclaimed
        .filter(({ lines }) => lines.length > 0)
        .map(({ coach, lines }) => (
          <Card>
            <p>
              <Name name={nameOf(coach)} /> ·{' '}
              {say('page.claims.unclaimed', {
                count: lines.length,
                amount: sayMoney(
                  say,
                  lines.reduce((sum, { amount }) => sum + amount, 0n),
                  bank,
                ),
              })}
            </p>
            <Button
              action={`/banks/${bank.id}/claims`}
              label={say('page.claims.for-them')}
              kind="second"
              fields={{ id: formId, coach, month: end.with({ day: 1 }).toString() }}
              of={nameOf(coach)}
            />
          </Card>
        ))}
    </>
  )
  return { title: say('page.claims.title'), body, wide: true }
}

/** The claims page of whoever made one: the coach's own or the bank's. */
export async function claimRefusedPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const bank = found(await findBank(db, asked.params.bank ?? ''))
  return asked.me?.scope.programmes.includes(bank.programme) ? bankClaimsPage(db, asked, again) : ownClaimsPage(db, asked, again)
}
