/** Whose record a page shows, by what its path names; or why it shows nobody's. */
export type LooksAt =
  | 'person'
  | 'enrolment'
  | 'partnership'
  | 'programme'
  | 'round'
  | 'organisation'
  | 'import'
  | 'bank'
  | { nobody: string }

const settings = { nobody: 'it shows how something is set up' }
const own = { nobody: 'who answers concerns reads concerns, and their own log of it cannot be edited' }
const money = { nobody: 'it shows what funders and firms paid, and no record of a person' }
const books = { nobody: 'it shows a bank of hours, whose journal names nobody' }
const businesses = { nobody: 'it shows a business; what is told of its owners is their name' }
const letters = { nobody: 'it shows letters, not records' }

/**
 * Every page and file behind a gate of staff: at whose record it looks. A route that is not here fails a test. What everybody of an
 * organisation may open is not here: there, too, a look of staff at a person counts (`/people/:person`).
 */
export const looksAt: Readonly<Record<string, LooksAt>> = {
  '/people/:person': 'person',
  '/people/:person/profile': 'person',
  '/people/:person/passkeys': 'person',
  '/people/:person/erasure': 'person',
  '/enrolments/:enrolment': 'enrolment',
  '/partnerships/:partnership': 'partnership',
  '/organisations/:organisation/people': 'organisation',
  '/organisations/:organisation/people.csv': 'organisation',
  '/organisations/:organisation/people.xlsx': 'organisation',
  '/organisations/:organisation/people/new': settings,
  '/organisations/:organisation/imports': settings,
  '/organisations/:organisation/imports/template.xlsx': settings,
  '/organisations/:organisation/sign-on': settings,
  '/organisations/:organisation/looks': { nobody: 'it shows who looked, not at what stands there' },
  '/imports/:import': 'import',
  '/imports/:import/columns': 'import',
  '/imports/:import/refused.csv': 'import',
  '/imports/:import/refused.xlsx': 'import',
  '/programmes/:programme/bank': settings,
  '/banks/:bank': books,
  '/banks/:bank/tariff': settings,
  '/banks/:bank/shares': settings,
  '/banks/:bank/terms': settings,
  '/banks/:bank/adjustments': books,
  '/banks/:bank/closings': books,
  '/banks/:bank/journal': books,
  '/banks/:bank/money': money,
  '/banks/:bank/money.csv': money,
  '/banks/:bank/money.xlsx': money,
  '/banks/:bank/runway': money,
  '/banks/:bank/payments': money,
  '/funders/:funder': money,
  '/funders/:funder/pledges': money,
  '/funders/:funder/commitments': money,
  '/commitments/:commitment/tranches': money,
  '/tranches/:tranche/condition': money,
  '/funders/:funder/receipts': money,
  '/receipts/:receipt': money,
  '/funders/:funder/in-kind': money,
  '/in-kind/:contribution/decision': money,
  '/funders/:funder/returns': money,
  '/entries/:entry': books,
  '/programmes/:programme/businesses': businesses,
  '/programmes/:programme/businesses.csv': businesses,
  '/programmes/:programme/businesses.xlsx': businesses,
  '/programmes/:programme/businesses/new': settings,
  '/businesses/:business/particulars': businesses,
  '/banks/:bank/statements': books,
  '/banks/:bank/statements.csv': books,
  '/banks/:bank/statements.xlsx': books,
  '/banks/:bank/clients': businesses,
  '/banks/:bank/clients.csv': businesses,
  '/banks/:bank/clients.xlsx': businesses,
  '/banks/:bank/coaches': 'bank',
  '/banks/:bank/claims': 'bank',
  '/banks/:bank/journal.jsonl': books,
  '/banks/:bank/hledger.journal': books,
  '/banks/:bank/iati.xml': books,
  '/funders/:funder/links': settings,
  '/businesses/:business/code-strip': { nobody: 'it shows codes, and the business by its code' },
  '/programmes/:programme/coaching': businesses,
  '/programmes/:programme/call-backs': businesses,
  '/programmes/:programme/disputes': businesses,
  '/programmes/:programme/outages': businesses,
  '/programmes/new': settings,
  '/programmes/:programme': 'programme',
  '/programmes/:programme/enrolments': 'programme',
  '/programmes/:programme/enrolments/import': 'programme',
  '/programmes/:programme/enrolments.csv': 'programme',
  '/programmes/:programme/enrolments.xlsx': 'programme',
  '/programmes/:programme/must-nots': 'programme',
  '/programmes/:programme/pairs': 'programme',
  '/programmes/:programme/pairs.csv': 'programme',
  '/programmes/:programme/pairs.xlsx': 'programme',
  '/programmes/:programme/health': 'programme',
  '/programmes/:programme/shredding': settings,
  '/programmes/:programme/rules': settings,
  '/programmes/:programme/pathway': settings,
  '/programmes/:programme/pathway.json': settings,
  '/programmes/:programme/pathway/source': settings,
  '/programmes/:programme/pathway/file': settings,
  '/programmes/:programme/pathway/stages/:stage': settings,
  '/programmes/:programme/pathway/rhythm': settings,
  '/programmes/:programme/pathway/reminders': settings,
  '/programmes/:programme/pathway/clauses': settings,
  '/programmes/:programme/pathway/clauses/:clause': settings,
  '/programmes/:programme/pathway/forms/:form': settings,
  '/programmes/:programme/pathway/forms/:form/questions': settings,
  '/programmes/:programme/pathway/forms/:form/questions/:question': settings,
  '/rounds/:round': 'round',
  '/rounds/:round/progress': { nobody: 'it shows how far the work is' },
  '/rounds/:round/choice': 'round',
  '/rounds/:round/proof.csv': 'round',
  '/rounds/:round/pairs/:enrolment': 'round',
  '/today/:card': 'organisation',
  '/batches/:batch': letters,
  '/outbox': letters,
  '/mails/:mail': letters,
  '/concerns': own,
  '/concerns/:concern': own,
  '/concerns/:concern/disclosures/:disclosure': own,
  '/helplines': settings,
  '/safeguarding': settings,
}
