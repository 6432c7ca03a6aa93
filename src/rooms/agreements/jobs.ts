import { heed, type Job, sweep } from '#ground/jobs'
import { remindSigners, tellWritten } from './tell-agreement.ts'

export const jobs: readonly Job[] = [heed('agreement.written', tellWritten), sweep('remind-signers', '45 * * * *', remindSigners)]
