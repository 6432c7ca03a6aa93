import { act, page, type Route } from '#ground/route'
import { coordinatesAny, signedIn } from '#people/gates'
import { batchPage } from './batch.page.tsx'
import { cardPage } from './card.page.tsx'
import { drawBatch } from './draw-batch.ts'
import { recallBatch } from './recall-batch.ts'
import { sendBatch } from './send-batch.ts'
import { setAside } from './set-aside.ts'
import { batchForm, drawBatchForm, setAsideForm } from './today.form.ts'
import { todayPage } from './today.page.tsx'

const toBatch = ({ batch }: { batch: string }) => `/batches/${batch}`

export const web: readonly Route[] = [
  page('/', signedIn, todayPage),
  page('/today/:card', coordinatesAny, cardPage),
  act('/batches', coordinatesAny, drawBatchForm, drawBatch, toBatch, todayPage),
  page('/batches/:batch', coordinatesAny, batchPage),
  act('/batches/:batch/sending', coordinatesAny, batchForm, sendBatch, toBatch, batchPage),
  act('/batches/:batch/recall', coordinatesAny, batchForm, recallBatch, toBatch, batchPage),
  act('/set-asides', coordinatesAny, setAsideForm, setAside, ({ card }) => `/today/${card}?done=set-aside`, todayPage),
]
