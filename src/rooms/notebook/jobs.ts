import { type Job, sweep } from '#ground/jobs'
import { sweepDrafts } from './sweep-drafts.ts'

export const jobs: readonly Job[] = [sweep('sweep-drafts', '40 3 * * *', sweepDrafts)]
