import { dollars } from '#funding/funding.testing'
import { offerInKind } from '#funding/offer-in-kind'
import { planTranche } from '#funding/plan-tranche'
import { signCommitment } from '#funding/sign-commitment'
import { takeReceipt } from '#funding/take-receipt'
import { found } from '#ground/refusal'
import { allot } from '#hours/allot'
import { bankOf, fundersOf } from '#hours/reads'
import { coordinating } from '#testing/given'
import { keepers } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const day = Temporal.PlainDate.from('2026-11-02')
const forms = [
  '/banks/:bank/payments',
  '/banks/:bank/waivers',
  '/funders/:funder/pledges',
  '/funders/:funder/commitments',
  '/commitments/:commitment/tranches',
  '/tranches/:tranche/condition',
  '/tranches/:tranche/bridge',
  '/funders/:funder/receipts',
  '/funders/:funder/in-kind',
  '/in-kind/:contribution/decision',
  '/funders/:funder/returns',
]
const shown = ['/banks/:bank/money', '/banks/:bank/money.csv', '/banks/:bank/money.xlsx', '/banks/:bank/runway', '/funders/:funder']

/** The money of a bank is its coordinators'. */
export const fundingMatrix: RoomMatrix = {
  answers: {
    ...Object.fromEntries([...shown, ...forms, '/receipts/:receipt'].map((path) => [`GET ${path}`, keepers])),
    ...Object.fromEntries([...forms, '/receipts/:receipt/taking-back'].map((path) => [`POST ${path}`, keepers])),
  },
  given: async (house, { ids: { programme }, people }) =>
    house.writeAs(coordinating(people.coordinator, programme ?? ''), async (tx) => {
      const bank = found(await bankOf(tx, programme ?? ''))
      const funder = found((await fundersOf(tx, bank.id))[0]).id
      const [commitment, tranche, receipt, contribution] = [tx.newId(), tx.newId(), tx.newId(), tx.newId()]
      const [money, looked] = [dollars(50), { isLookedOver: true }]
      const own = { currency: bank.currency, minorDigits: bank.minorDigits, amount: 5_000n }
      await signCommitment(tx, { id: commitment, funder, ...money, signedOn: day, reference: 'Wombat deed', ...looked })
      await planTranche(tx, { id: tranche, commitment, ...money, dueOn: day, condition: 'Wombat report', ...looked })
      const priced = {
        rate: null,
        rateSource: null,
        reportRate: null,
        tranche: null,
        valueDate: day,
        payer: 'Wombat',
        reference: 'Wombat slip',
      }
      await takeReceipt(tx, { id: receipt, funder, ...own, ...priced, ...looked })
      const said = { description: 'Wombat room', method: 'Wombat rent', givenOn: day }
      await offerInKind(tx, { id: contribution, funder, ...own, ...said, ...looked })
      const holder = tx.newId()
      await allot(tx, { id: tx.newId(), bank: bank.id, holder, minutes: 60, day })
      return { funder, commitment, tranche, receipt, contribution, holder }
    }),
  forms: ({ holder = '', funder = '' }, _kind, newId) => {
    const sent = (currency: string, fields: Record<string, string>) => ({ id: newId(), amount: '5', currency, look: 'keep', ...fields })
    return {
      '/banks/:bank/payments': sent('AFN', { holder, valueDate: '2026-11-02', payer: 'New', reference: '' }),
      '/banks/:bank/waivers': sent('AFN', { holder, funder, way: 'pay', paidOn: '2026-11-02', reference: 'New' }),
      '/funders/:funder/pledges': sent('USD', { saidOn: '2026-11-02', reference: 'New' }),
      '/funders/:funder/commitments': sent('USD', { signedOn: '2026-11-02', reference: 'New' }),
      '/commitments/:commitment/tranches': sent('USD', { dueOn: '2026-12-02', condition: '' }),
      '/tranches/:tranche/condition': { metOn: '2026-11-02', words: '' },
      '/tranches/:tranche/bridge': sent('AFN', { lentOn: '2026-11-02', reference: 'New', rate: '70', rateSource: 'New' }),
      '/funders/:funder/receipts': sent('AFN', {
        valueDate: '2026-11-02',
        payer: 'New',
        reference: 'New',
        rate: '',
        rateSource: '',
        tranche: '',
      }),
      '/receipts/:receipt/taking-back': { id: newId(), reason: 'New' },
      '/funders/:funder/in-kind': sent('AFN', { description: 'New', method: 'New', givenOn: '2026-11-02' }),
      '/in-kind/:contribution/decision': { decision: 'agree' },
      '/funders/:funder/returns': sent('AFN', { holder: '', payee: 'New', returnedOn: '2026-11-02', reference: 'New' }),
    }
  },
}
