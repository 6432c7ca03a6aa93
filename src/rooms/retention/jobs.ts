import { heed, type Job, sweep } from '#ground/jobs'
import { destroyDue } from './destroy-due.ts'
import { eraseDue } from './erase-person.ts'
import { rememberDestroyed } from './remember-destroyed.ts'
import { shredTexts } from './shred-programme.ts'
import { tellDue } from './tell-due.ts'

export const jobs: readonly Job[] = [
  heed('key.destroyed', rememberDestroyed),
  heed('programme.shredded', shredTexts),
  sweep('erase-due', '* * * * *', eraseDue),
  sweep('destroy-due', '25 * * * *', destroyDue),
  sweep('tell-due', '35 6 * * *', tellDue),
]
