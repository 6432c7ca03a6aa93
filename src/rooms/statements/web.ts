import { act, file, page, type Route } from '#ground/route'
import { anyone, coordinatesAny } from '#people/gates'
import { auditPack } from './audit-pack.ts'
import { hledgerFile, journalJsonl } from './files.ts'
import { funderLinkPage, linkMeetingsPage, linkTrailPage } from './funder-link.page.tsx'
import { linkMoneyPage } from './funder-money.page.tsx'
import { funderStatementPage } from './funder-statement.page.tsx'
import { clientsCsv, clientsPage, clientsXlsx, coachesCsv, coachesPage, coachesXlsx } from './holders.page.tsx'
import { iatiFile } from './iati-file.ts'
import { linkIati, linkMeetingsCsv, linkMeetingsXlsx } from './link-files.tsx'
import { endLinkForm, shareLinkForm } from './share-link.form.ts'
import { shareLinkPage } from './share-link.page.tsx'
import { endLink, shareLink } from './share-link.ts'
import { statementCsv, statementXlsx } from './statement-sheet.ts'
import { statementsPage } from './statements.page.tsx'
import { watchPage } from './watch.page.tsx'

export const web: readonly Route[] = [
  page('/banks/:bank/statements', coordinatesAny, statementsPage),
  file('/banks/:bank/statements.csv', coordinatesAny, statementCsv),
  file('/banks/:bank/statements.xlsx', coordinatesAny, statementXlsx),
  page('/funders/:funder/statement', coordinatesAny, funderStatementPage),
  file('/funders/:funder/statement.csv', coordinatesAny, statementCsv),
  file('/funders/:funder/statement.xlsx', coordinatesAny, statementXlsx),
  page('/banks/:bank/numbers', coordinatesAny, watchPage),
  page('/banks/:bank/clients', coordinatesAny, clientsPage),
  file('/banks/:bank/clients.csv', coordinatesAny, clientsCsv),
  file('/banks/:bank/clients.xlsx', coordinatesAny, clientsXlsx),
  page('/banks/:bank/coaches', coordinatesAny, coachesPage),
  file('/banks/:bank/coaches.csv', coordinatesAny, coachesCsv),
  file('/banks/:bank/coaches.xlsx', coordinatesAny, coachesXlsx),
  file('/banks/:bank/journal.jsonl', coordinatesAny, journalJsonl),
  file('/banks/:bank/hledger.journal', coordinatesAny, hledgerFile),
  file('/banks/:bank/audit.zip', coordinatesAny, auditPack),
  file('/banks/:bank/iati.xml', coordinatesAny, iatiFile),
  page('/funders/:funder/links', coordinatesAny, shareLinkPage),
  act(
    '/funders/:funder/links',
    coordinatesAny,
    shareLinkForm,
    shareLink,
    ({ funder }, { token }) => `/funders/${funder}/links?made=${token}`,
    shareLinkPage,
  ),
  act(
    '/funder-links/:link/ending',
    coordinatesAny,
    endLinkForm,
    endLink,
    ({ funder }) => `/funders/${funder}/links?done=saved`,
    shareLinkPage,
  ),
  page('/funder/:secret', anyone, funderLinkPage),
  page('/funder/:secret/money', anyone, linkMoneyPage),
  file('/funder/:secret/iati.xml', anyone, linkIati),
  page('/funder/:secret/meetings', anyone, linkMeetingsPage),
  file('/funder/:secret/meetings.csv', anyone, linkMeetingsCsv),
  file('/funder/:secret/meetings.xlsx', anyone, linkMeetingsXlsx),
  page('/funder/:secret/meetings/:spend', anyone, linkTrailPage),
]
