import { type Job, sweep } from '#ground/jobs'
import { sweepTries } from './sweep-tries.ts'

export const jobs: readonly Job[] = [sweep('sweep-sign-on-tries', '40 3 * * *', sweepTries)]
