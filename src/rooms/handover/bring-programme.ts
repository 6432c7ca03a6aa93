import assert from 'node:assert/strict'
import { decideBusiness } from '#businesses/decide-business'
import { recordFigures } from '#businesses/record-figures'
import { registerBusiness } from '#businesses/register-business'
import { allotHours } from '#coaching/allot-hours'
import { minorDigitsOf, readAmount } from '#ground/amount'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { deposit, pledge } from '#hours/deposit'
import { openBank } from '#hours/open-bank'
import { fundersOf } from '#hours/reads'
import { usualTerms } from '#hours/terms'
import { accept } from '#partnerships/accept'
import { propose } from '#partnerships/propose'
import { registerPeople } from '#people/register-people'
import { enrolMany } from '#programmes/enrol'
import { openProgramme } from '#programmes/open-programme'
import { findProgramme, programmesSeen } from '#programmes/reads'
import { bringMeeting } from './bring-meeting.ts'
import type { ProgrammeFile } from './programme-file.ts'

export type BringProgramme = { organisation: string; administrator: string; file: ProgrammeFile }
export type Brought = { programme: string; bank: string; coaches: number; businesses: number; meetings: number; confirmed: number }
type Ids = ReadonlyMap<string, string>

/** The same transaction at another time: what is brought in happened when it happened. */
const at = (tx: Tx, now: Temporal.Instant): Tx => ({ ...tx, now })

/** Brings a running programme in, by the house for an administrator; refuses `handover.there` where one of its name is there already. */
export async function bringProgramme(tx: Tx, { organisation, administrator, file }: BringProgramme): Promise<Brought> {
  assert(tx.scope.door === 'house', 'the house brings it in')
  const { programme: said, bank: of } = file
  const [programme, bank] = [tx.newId(), tx.newId()]
  if ((await programmesSeen(tx)).some((one) => one.organisation === organisation && one.name === said.name))
    refuse('handover.there', { name: said.name })
  const begun = at(tx, said.start.toZonedDateTime(said.timezone).toInstant())

  const opened = {
    template: 'business-coaching',
    name: said.name,
    purpose: '',
    startsOn: said.start,
    endsOn: said.end,
    joining: 'invited' as const,
  }
  await openProgramme(begun, { ...opened, id: programme, organisation, openedBy: administrator })
  const people = await bringPeople(begun, organisation, file)
  const enrolments = await enrolAll(begun, programme, file, people)
  await bringBank(begun, { programme, bank, file })
  const businesses = await bringBusinesses(begun, { programme, file, people, enrolments, administrator })
  for (const { code } of file.businesses) {
    await allotHours(begun, { id: tx.newId(), business: businesses.get(code) ?? '', minutes: of.allotmentMinutesPerBusiness })
  }

  const funders = await fundersOf(tx, bank)
  const funderOf = (source: string) => funders[of.costShare.findIndex((share) => share.source === source)]?.id ?? ''
  for (const { source, amount, currency } of of.pledges) {
    await pledge(begun, {
      id: tx.newId(),
      bank,
      funder: funderOf(source),
      currency,
      amount: minorOf(amount, currency),
      day: said.start,
      reference: said.code,
    })
  }
  const receipts = of.receipts.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date))
  const meetings = file.sessions.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date))
  let next = 0
  for (const meeting of meetings) {
    for (; next < receipts.length && Temporal.PlainDate.compare(receipts[next]?.date ?? meeting.date, meeting.date) <= 0; next += 1) {
      const { source, date, amount, currency, ledgerAfn } = receipts[next] ?? assert.fail()
      const paid = currency === of.ledgerCurrency ? {} : { paid: { currency, amount: minorOf(amount, currency) } }
      const received = { funder: funderOf(source), amount: BigInt(ledgerAfn) * unitOf(of.ledgerCurrency), day: date, reference: said.code }
      await deposit(at(tx, date.toZonedDateTime(said.timezone).toInstant()), { id: tx.newId(), bank, ...received, ...paid })
    }
    await bringMeeting(tx, at, { meeting, business: businesses.get(meeting.business) ?? '', zone: said.timezone })
  }
  await tx.note('programme.brought-in', programme, { organisation, programme }, { meetings: meetings.length })
  const confirmed = meetings.filter(({ status }) => status === 'completed').length
  return { programme, bank, coaches: file.coaches.length, businesses: file.businesses.length, meetings: meetings.length, confirmed }
}

const unitOf = (currency: string) => 10n ** BigInt(minorDigitsOf(currency) ?? 2)

function minorOf(text: string, currency: string): bigint {
  const read = readAmount(text.includes('.') ? text : `${text}.0`, minorDigitsOf(currency) ?? 2)
  assert(typeof read === 'bigint', `${text} ${currency} was read before`)
  return read
}

async function bringPeople(tx: Tx, organisation: string, { coaches, businesses, programme }: ProgrammeFile): Promise<Ids> {
  const profileOf = (code: string, fullName: string, locale = 'fa-AF') => ({
    profile: {
      code: `${programme.code}-${code}`,
      fullName,
      language: locale === 'en' ? ('en' as const) : ('fa-AF' as const),
      zone: programme.timezone,
    },
  })
  const people = [
    ...coaches.map((coach) => ({ code: coach.code, ...profileOf(coach.code, coach.fullNameNative ?? coach.fullName, coach.locale) })),
    ...businesses.map(({ code, owner }) => ({ code, ...profileOf(code, owner) })),
  ]
  const ids = await registerPeople(tx, { organisation, people: people.map(({ profile }) => ({ profile })) })
  return new Map(people.map(({ code }, nth) => [code, ids[nth] ?? '']))
}

async function enrolAll(tx: Tx, programme: string, { coaches, businesses }: ProgrammeFile, people: Ids): Promise<Ids> {
  const sides = [...coaches.map(({ code }) => [code, 'mentor'] as const), ...businesses.map(({ code }) => [code, 'mentee'] as const)]
  const rows = sides.map(([code, side]) => {
    const load = businesses.filter(({ coach }) => coach === code).length
    return { id: tx.newId(), programme, person: people.get(code) ?? '', side, capacity: side === 'mentor' ? Math.max(load, 6) : 1, code }
  })
  const found = (await findProgramme(tx, programme)) ?? assert.fail('it was opened')
  await enrolMany(
    tx,
    found,
    rows.map(({ code: _code, ...row }) => row),
  )
  return new Map(rows.map(({ code, id }) => [code, id]))
}

type Bringing = { programme: string; file: ProgrammeFile; people: Ids; enrolments: Ids; administrator: string }

/** Each business with its owner, paired with its coach, measured, and decided on: it was coached, so somebody did decide. */
async function bringBusinesses(tx: Tx, { programme, file, people, enrolments, administrator }: Bringing): Promise<Ids> {
  const ids = new Map<string, string>()
  const measured = file.programme.start.subtract({ months: 1 })
  for (const { code, sector, owner, coach, siybPackage, baseline } of file.businesses) {
    const [business, partnership] = [tx.newId(), tx.newId()]
    const two = { mentorEnrolment: enrolments.get(coach) ?? '', menteeEnrolment: enrolments.get(code) ?? '' }
    await propose(tx, { id: partnership, programme, round: null, ...two, reasons: [], answerDays: 3 })
    for (const side of ['mentor', 'mentee'] as const) await accept(tx, { partnership, side, by: administrator })
    const known = {
      name: `${sector} ${code}`,
      section: 'S',
      sector,
      place: '',
      startedOn: null,
      licence: null,
      phone: null,
      workers: baseline.workers,
    }
    const owners = [{ person: people.get(code) ?? null, name: owner, adult: true }]
    const trainings = siybPackage ? [{ package: siybPackage, year: null }] : []
    await registerBusiness(tx, { id: business, programme, code, ...known, otherSupport: false, tied: false, owners, trainings })
    await decideBusiness(tx, { id: tx.newId(), business, decision: 'eligible', reason: '' })
    const { monthlySalesAfn, monthlyProfitAfn, workers, workersWomen: women, practiceScore: practice } = baseline
    const money = { sales: BigInt(monthlySalesAfn) * 100n, costs: null, profit: BigInt(monthlyProfitAfn) * 100n }
    const counts = { customers: null, workers, women, practice, cashBook: false, known: 'estimate' as const }
    await recordFigures(tx, { id: tx.newId(), business, month: measured, ...money, ...counts })
    ids.set(code, business)
  }
  return ids
}

async function bringBank(tx: Tx, { programme, bank, file }: { programme: string; bank: string; file: ProgrammeFile }): Promise<void> {
  const { bank: of, organisations, businesses, pledges } = { ...file, pledges: file.bank.pledges }
  const [digits, unit] = [minorDigitsOf(of.ledgerCurrency) ?? 2, unitOf(of.ledgerCurrency)]
  const nameOf = (source: string) => organisations.find(({ code }) => code === source)?.name ?? source
  const funders = of.costShare.map(({ source, bp }) => ({
    name: nameOf(source),
    kind: source === of.residualSource ? ('client' as const) : ('cash' as const),
    reportCurrency: pledges.find((one) => one.source === source)?.currency ?? of.ledgerCurrency,
    basisPoints: bp,
    coversPoints: 0,
  }))
  const price = {
    currency: of.ledgerCurrency,
    minorDigits: digits,
    quantum: BigInt(of.quantumMinor),
    perHour: BigInt(of.ratePerHourAfn) * unit,
  }
  const steps = {
    stepMinutes: of.incrementMinutes,
    minutesMin: of.minimumMinutes,
    minutes: businesses.length * of.allotmentMinutesPerBusiness,
  }
  const hoursAYearMax = Math.max(usualTerms(unit).hoursAYearMax, Math.ceil(of.allotmentMinutesPerBusiness / 60))
  const terms = { ...usualTerms(unit), dueMax: null, hoursAYearMax }
  await openBank(tx, { id: bank, programme, name: of.code, ...price, ...steps, fromDay: file.programme.start, funders, tiers: [], terms })
}
