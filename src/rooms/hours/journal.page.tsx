import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, Markup, View } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { profilesOf } from '#people/profile-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Pager, pageOf } from '#ui/pager'
import { Table } from '#ui/table'
import { Day, When } from '#ui/when'
import type { Account } from './account.ts'
import { keptBank } from './bank.page.tsx'
import { type Bank, type Funder, limits } from './bank.ts'
import { Of } from './bank-change.page.tsx'
import type { Entry } from './entry.ts'
import { entriesAbout, entriesCount, latestEntries } from './journal-reads.ts'
import { sayHours, sayMoney } from './money.ts'
import { accountsById, findEntry, fundersOf } from './reads.ts'

/** The journal of a bank, the latest entry first; each opens to its legs and its trail. */
export async function journalPage(db: Db, { say, params, query }: Asked): Promise<View> {
  const bank = await keptBank(db, params.bank)
  const funder = query.get('funder')
  const count = await entriesCount(db, bank.id, funder)
  const pages = Math.max(1, Math.ceil(count / limits.entriesAPageMax))
  const page = pageOf(query, pages)
  const entries = await latestEntries(db, bank.id, { page, limit: limits.entriesAPageMax, funder })
  const accounts = await accountsById(db, [...new Set(entries.flatMap(({ legs }) => legs.map(({ account }) => account)))])
  const of = (await fundersOf(db, bank.id)).find(({ id }) => id === funder)
  const moved = (entry: Entry) =>
    entry.legs.flatMap(({ account, amount }) =>
      isMain(
        entry,
        accounts.find(({ id }) => id === account),
        funder,
      )
        ? [amount]
        : [],
    )
  const body = (
    <>
      <Of bank={bank} head={say('page.journal.head')} />
      <p>{of ? say('page.journal.of', { count, name: `\u2068${of.name}\u2069` }) : say('page.journal.count', { count })}</p>
      <Table
        caption={say('page.journal.head')}
        quiet
        rows={entries}
        columns={[
          {
            head: say('label.entry.sequence'),
            rowHead: true,
            cell: ({ id, sequence }) => <a href={`/entries/${id}`}>{say.number(Number(sequence))}</a>,
          },
          { head: say('label.entry.day'), cell: ({ day }) => <Day say={say} date={day} short /> },
          { head: say('label.entry.kind'), cell: ({ kind }) => sayKey(say, `entry.kind.${kind}`) },
          {
            head: say('label.entry.amount'),
            number: true,
            cell: (entry) =>
              sayMoney(
                say,
                moved(entry).reduce((sum, amount) => sum + amount, 0n),
                bank,
              ),
          },
          { head: say('label.entry.reference'), cell: ({ reference }) => <bdi>{reference}</bdi> },
        ]}
      />
      <Pager say={say} path={`/banks/${bank.id}/journal`} query={query} page={page} pages={pages} label={say('page.journal.head')} />
    </>
  )
  return { title: say('page.journal.title', { bank: bank.name }), body, wide: true }
}

/** The leg that says how much an entry was about: what came in, was held, spent, given back or paid. */
function isMain(entry: Entry, account: Account | undefined, funder: string | null): boolean {
  if (account === undefined || account.unit === 'minutes' || (funder !== null && account.funder !== funder)) return false
  const main: Partial<Record<Entry['kind'], Account['kind']>> = {
    reserve: 'reserved',
    spend: 'spent',
    pay: 'payable',
    pledge: 'pledged',
    'in-kind': 'in-kind',
  }
  return account.kind === (main[entry.kind] ?? 'cash')
}

/** One entry: its legs, what it stands against, what stands against it, and its place in the chain. */
export async function entryPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const entry = found(await findEntry(db, params.entry ?? ''))
  const bank = await keptBank(db, entry.bank)
  const accounts = await accountsById(
    db,
    entry.legs.map(({ account }) => account),
  )
  const funders = await fundersOf(db, bank.id)
  const about = await entriesAbout(db, entry.id)
  const by = entry.by ? (await profilesOf(db, [entry.by])).get(entry.by)?.fullName : undefined
  const isReversible = !['reverse', 'close', 'reserve', 'spend', 'release', 'expire'].includes(entry.kind) && about.length === 0
  const body = (
    <>
      <Of bank={bank} head={say('page.entry.head', { kind: sayKey(say, `entry.kind.${entry.kind}`), sequence: Number(entry.sequence) })} />
      <ErrorSummary say={say} again={again} />
      <Facts
        facts={[
          [say('label.entry.day'), <Day say={say} date={entry.day} />],
          [say('label.entry.at'), <When say={say} at={entry.at} />],
          [say('label.entry.by'), by ? <Name name={by} /> : say('page.entry.by-house')],
          [say('label.entry.reference'), entry.reference ? <bdi>{entry.reference}</bdi> : null],
          [say('label.entry.reason'), entry.reason ? <bdi>{entry.reason}</bdi> : null],
          [say('label.entry.cause'), entry.cause ? <bdi dir="ltr">{entry.cause}</bdi> : null],
          ...links(say, entry, about),
          [
            say('label.entry.hash'),
            <code dir="ltr" class="wrap">
              {entry.hash}
            </code>,
          ],
        ]}
      />
      <Table
        caption={say('page.entry.legs')}
        rows={entry.legs}
        columns={[
          {
            head: say('label.entry.account'),
            rowHead: true,
            cell: ({ account }) =>
              sayAccount(
                say,
                accounts.find(({ id }) => id === account),
                funders,
              ),
          },
          {
            head: say('label.entry.change'),
            number: true,
            cell: ({ account, amount }) =>
              sayChange(
                say,
                bank,
                accounts.find(({ id }) => id === account),
                amount,
              ),
          },
        ]}
      />
      {isReversible ? (
        <details open={again !== undefined}>
          <summary>{say('page.entry.reverse')}</summary>
          <p class="soft">{say('page.entry.reverse-lead')}</p>
          <form method="post" action={`/entries/${entry.id}/reversal`}>
            <Hidden name="id" value={String(again?.values.id ?? formId)} />
            <TextField
              say={say}
              name="reason"
              label={say('page.adjustments.reason')}
              hint={say('page.adjustments.reason-hint')}
              maxlength={limits.reasonCharsMax}
              again={again}
            />
            <button type="submit">{say('page.entry.reverse-do')}</button>
          </form>
        </details>
      ) : null}
    </>
  )
  return { title: say('page.entry.title', { sequence: Number(entry.sequence) }), body }
}

function links(say: Say, entry: Entry, about: readonly Entry[]): [Markup, Markup][] {
  const to = (id: string, text: string) => <a href={`/entries/${id}`}>{text}</a>
  return [
    ...(entry.resolves ? [[say('label.entry.resolves'), to(entry.resolves, say('page.entry.the-reservation'))] as [Markup, Markup]] : []),
    ...(entry.reverses ? [[say('label.entry.reverses'), to(entry.reverses, say('page.entry.the-entry'))] as [Markup, Markup]] : []),
    ...about.map((other): [Markup, Markup] => [
      say(other.kind === 'reverse' ? 'label.entry.reversed-by' : 'label.entry.resolved-by'),
      to(other.id, say('page.entry.nth', { kind: sayKey(say, `entry.kind.${other.kind}`), sequence: Number(other.sequence) })),
    ]),
  ]
}

export function sayAccount(say: Say, account: Account | undefined, funders: readonly Funder[]): string {
  if (account === undefined) return '—'
  const name = funders.find(({ id }) => id === account.funder)?.name
  const kind = sayKey(say, `account.kind.${account.kind}`)
  return name === undefined ? kind : say('page.entry.account-of', { kind, name: `\u2068${name}\u2069` })
}

function sayChange(say: Say, bank: Bank, account: Account | undefined, amount: bigint): Markup {
  const text =
    account?.unit === 'minutes'
      ? say('page.entry.hours', { hours: sayHours(say, amount < 0n ? -amount : amount) })
      : sayMoney(say, amount < 0n ? -amount : amount, { ...bank, currency: account?.unit ?? bank.currency })
  return <bdi>{`${amount < 0n ? '−' : '+'}${text}`}</bdi>
}
