import { type Job, sweep } from '#ground/jobs'
import { remindSteps } from './remind-steps.ts'

export const jobs: readonly Job[] = [sweep('remind-steps', '20 * * * *', remindSteps)]
