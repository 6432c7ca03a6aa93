import { act, file, page, type Route } from '#ground/route'
import { coordinatesProgramme, keepsAny, keepsOrganisation, signedIn } from '#people/gates'
import { changeCapacity } from './change-capacity.ts'
import { changeRulesForm } from './change-rules.form.ts'
import { changeRules } from './change-rules.ts'
import {
  changeCapacityForm,
  enrolByCodeForm,
  enrolImportForm,
  joinForm,
  keepApartForm,
  liftMustNotForm,
  withdrawForm,
} from './enrol.form.ts'
import { enrolByCode, enrolImport, joinProgramme } from './enrol.ts'
import { enrolmentPage } from './enrolment.page.tsx'
import { enrolmentsPage } from './enrolments.page.tsx'
import { enrolmentsCsv, enrolmentsXlsx } from './enrolments-sheet.ts'
import { joinPage } from './join.page.tsx'
import { keepApart, liftMustNot } from './keep-apart.ts'
import { mustNotsPage } from './must-nots.page.tsx'
import { openProgrammeForm } from './open-programme.form.ts'
import { openProgrammePage } from './open-programme.page.tsx'
import { openProgramme } from './open-programme.ts'
import { pathwayLimits } from './pathway-forms.ts'
import { fieldsBytesMax, pathwayWeb } from './pathway-web.ts'
import { programmesPage } from './programmes.page.tsx'
import { rulesPage } from './rules.page.tsx'
import { withdraw } from './withdraw.ts'

type Enrolled = { programme: string; enrolled: number; already: number }
const toEnrolments = ({ programme, enrolled, already }: Enrolled) =>
  `/programmes/${programme}/enrolments?done=enrolled&n=${enrolled}&m=${already}`
const toProgramme = ({ programme }: { programme: string }) => `/programmes/${programme}`
const toOwnOrProgramme = ({ programme, own }: { programme: string; own: boolean }) =>
  own ? '/?done=saved' : `/programmes/${programme}/enrolments?done=saved`

export const web: readonly Route[] = [
  page('/programmes', signedIn, programmesPage),
  page('/programmes/new', keepsAny, openProgrammePage),
  act(
    '/organisations/:organisation/programmes',
    keepsOrganisation,
    openProgrammeForm,
    openProgramme,
    ({ id }) => `/programmes/${id}/enrolments?done=opened`,
    openProgrammePage,
    { bodyBytesMax: pathwayLimits.bytesMax + fieldsBytesMax },
  ),
  ...pathwayWeb,
  page('/programmes/:programme/rules', coordinatesProgramme, rulesPage),
  act(
    '/programmes/:programme/rules',
    coordinatesProgramme,
    changeRulesForm,
    changeRules,
    (to) => `${toProgramme(to)}?done=saved`,
    rulesPage,
  ),
  page('/programmes/:programme/enrolments', coordinatesProgramme, enrolmentsPage),
  act('/programmes/:programme/enrolments', coordinatesProgramme, enrolByCodeForm, enrolByCode, toEnrolments, enrolmentsPage),
  // Where a refused form is drawn again, its address can be read too: a language chosen there comes back to it.
  page('/programmes/:programme/enrolments/import', coordinatesProgramme, enrolmentsPage),
  act('/programmes/:programme/enrolments/import', coordinatesProgramme, enrolImportForm, enrolImport, toEnrolments, enrolmentsPage),
  file('/programmes/:programme/enrolments.csv', coordinatesProgramme, enrolmentsCsv),
  file('/programmes/:programme/enrolments.xlsx', coordinatesProgramme, enrolmentsXlsx),
  page('/programmes/:programme/must-nots', coordinatesProgramme, mustNotsPage),
  act(
    '/programmes/:programme/must-nots',
    coordinatesProgramme,
    keepApartForm,
    keepApart,
    (to) => `${toProgramme(to)}/must-nots?done=saved`,
    mustNotsPage,
  ),
  act(
    '/programmes/:programme/must-nots/lifting',
    coordinatesProgramme,
    liftMustNotForm,
    liftMustNot,
    (to) => `${toProgramme(to)}/must-nots?done=saved`,
    mustNotsPage,
  ),
  page('/enrolments/:enrolment', signedIn, enrolmentPage),
  act('/enrolments/:enrolment/capacity', signedIn, changeCapacityForm, changeCapacity, toOwnOrProgramme, enrolmentPage),
  act('/enrolments/:enrolment/withdrawal', signedIn, withdrawForm, withdraw, toOwnOrProgramme, enrolmentPage),
  page('/joining/:key', signedIn, joinPage),
  act('/joining/:key', signedIn, joinForm, joinProgramme, (_joined, { key }) => `/joining/${key}?done=joined`, joinPage),
]
