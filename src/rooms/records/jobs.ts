import { type Job, sweep } from '#ground/jobs'
import { forgetOldLooks } from './forget-old-looks.ts'

export const jobs: readonly Job[] = [sweep('forget-old-looks', '50 3 * * *', forgetOldLooks)]
