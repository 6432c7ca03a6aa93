import { heed, type Job, sweep } from '#ground/jobs'
import { askToConfirm } from './ask-to-confirm.ts'
import { payAnswered } from './confirm-by-link.ts'
import { expireHours, remindExpiry } from './expire-hours.ts'
import { followCoach } from './follow-coach.ts'
import { serveQueues } from './serve-queue.ts'

export const jobs: readonly Job[] = [
  heed('coaching.logged', askToConfirm),
  heed('coaching.answered', payAnswered),
  heed('partnership.agreed', followCoach),
  heed('partnership.ended', followCoach),
  heed('money.received', serveQueues),
  heed('coaching.waits', serveQueues),
  sweep('serve-queues', '*/10 * * * *', serveQueues),
  sweep('expire-hours', '25 1 * * *', expireHours),
  sweep('remind-expiry', '40 5 * * *', remindExpiry),
]
