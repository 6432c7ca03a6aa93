import { heed, type Job } from '#ground/jobs'
import { forgetOwner } from './forget-owner.ts'

export const jobs: readonly Job[] = [heed('person.erased', forgetOwner)]
