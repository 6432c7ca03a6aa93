import { heed, type Job, sweep } from '#ground/jobs'
import { askWhetherMet } from './ask-whether-met.ts'
import { cancelComing, cancelHeld } from './cancel-coming.ts'
import { makeAllOccurrences } from './make-occurrences.ts'
import { tellCannotCome } from './tell-cannot-come.ts'
import { tellOffer } from './tell-offer.ts'
import { inviteBoth, tellCancelled } from './write-invitations.ts'

export const jobs: readonly Job[] = [
  heed('meeting.offered', tellOffer),
  heed('meeting.planned', inviteBoth),
  heed('meeting.moved', inviteBoth),
  heed('meeting.placed', inviteBoth),
  heed('meeting.cancelled', tellCancelled),
  heed('meeting.answered', tellCannotCome),
  heed('partnership.ended', cancelComing),
  heed('partnership.held', cancelHeld),
  sweep('make-occurrences', '10 * * * *', makeAllOccurrences),
  sweep('ask-whether-met', '*/30 * * * *', askWhetherMet),
]
