import { act, file, page, type Route } from '#ground/route'
import { completeImportForm } from './complete-import.form.ts'
import { completeImportPage } from './complete-import.page.tsx'
import { completeImport } from './complete-import.ts'
import { keepsAny, keepsOrganisation } from './gates.ts'
import { fineOf, importLimits } from './import.ts'
import { mapColumnsForm } from './map-columns.form.ts'
import { mapColumnsPage } from './map-columns.page.tsx'
import { mapColumns } from './map-columns.ts'
import { refusedCsv, refusedXlsx, templateXlsx } from './refused-sheet.ts'
import { uploadSheetForm } from './upload-sheet.form.ts'
import { uploadSheetPage } from './upload-sheet.page.tsx'
import { uploadSheet } from './upload-sheet.ts'

const large = { bodyBytesMax: importLimits.uploadBytesMax }

export const importWeb: Route[] = [
  page('/organisations/:organisation/imports', keepsOrganisation, uploadSheetPage),
  act(
    '/organisations/:organisation/imports',
    keepsOrganisation,
    uploadSheetForm,
    async (tx, { sheet, ...upload }) =>
      uploadSheet(tx, { ...upload, fileName: sheet.name, bytes: new Uint8Array(await sheet.arrayBuffer()) }),
    ({ id, needsHand }) => (needsHand ? `/imports/${id}/columns` : `/imports/${id}`),
    uploadSheetPage,
    large,
  ),
  file('/organisations/:organisation/imports/template.xlsx', keepsOrganisation, templateXlsx),
  page('/imports/:import', keepsAny, completeImportPage),
  page('/imports/:import/columns', keepsAny, mapColumnsPage),
  act('/imports/:import/columns', keepsAny, mapColumnsForm, mapColumns, (_done, said) => `/imports/${said.import}`, mapColumnsPage),
  act(
    '/imports/:import/completion',
    keepsAny,
    completeImportForm,
    (tx, completing) => completeImport(tx, completing),
    (counts, completing) => `/imports/${completing.import}?done=imported&n=${fineOf(counts)}`,
    completeImportPage,
  ),
  file('/imports/:import/refused.csv', keepsAny, refusedCsv),
  file('/imports/:import/refused.xlsx', keepsAny, refusedXlsx),
]
