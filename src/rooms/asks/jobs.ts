import { heed, type Job, sweep } from '#ground/jobs'
import { forgetDrafts } from './forget-drafts.ts'
import { lapseTurns } from './lapse-turns.ts'
import { leaveAsks } from './leave-asks.ts'
import { moveOn } from './move-on.ts'
import { remindAsked } from './remind-asked.ts'
import { tellEnded } from './tell-ended.ts'

export const jobs: readonly Job[] = [
  heed('ask.sent', moveOn),
  heed('ask.passed', moveOn),
  heed('ask.ended', tellEnded),
  heed('enrolment.withdrawn', leaveAsks),
  sweep('lapse-asks', '*/10 * * * *', lapseTurns),
  sweep('remind-asked', '*/10 * * * *', remindAsked),
  sweep('forget-drafts', '20 3 * * *', forgetDrafts),
]
