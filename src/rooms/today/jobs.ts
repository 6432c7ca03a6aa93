import { type Job, sweep } from '#ground/jobs'
import { departBatches } from './depart-batches.ts'

export const jobs: readonly Job[] = [sweep('depart-batches', '* * * * *', departBatches)]
