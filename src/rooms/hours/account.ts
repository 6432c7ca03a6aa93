export type AccountKind =
  | 'from'
  | 'cash'
  | 'reserved'
  | 'spent'
  | 'delivered'
  | 'payable'
  | 'paid'
  | 'in-kind'
  | 'in-kind-from'
  | 'bridged'
  | 'pledged'
  | 'pledged-from'
  | 'planned'
  | 'pool'
  | 'allotted'
  | 'held'
  | 'used'
  | 'lost'

export const minutesKinds: readonly AccountKind[] = ['planned', 'pool', 'allotted', 'held', 'used', 'lost']

/** What an account is of; everything that does not apply is null. */
export type AccountKey = { kind: AccountKind; unit: string; funder: string | null; holder: string | null; band: string | null }
export type Account = AccountKey & { id: string; floor: bigint | null; balance: bigint }

export const keyOf = ({ kind, unit, funder, holder, band }: AccountKey) => [kind, unit, funder, holder, band].join(' ')
