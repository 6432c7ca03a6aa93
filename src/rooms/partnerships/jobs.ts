import { heed, type Job, sweep } from '#ground/jobs'
import { askBoth } from './ask-both.ts'
import { bringTogether } from './bring-together.ts'
import { closeFull, closeFullEnrolment } from './close-full.ts'
import { endWithdrawn } from './end-withdrawn.ts'
import { keepContact } from './keep-contact.ts'
import { keepStages } from './keep-stages.ts'
import { lapseProposals } from './lapse-proposals.ts'
import { remindSides } from './remind-sides.ts'
import { tellEnd } from './tell-end.ts'
import { tellHeld, tellReleased } from './tell-hold.ts'
import { tellTalk } from './tell-talk.ts'
import { tellThanks } from './tell-thanks.ts'

export const jobs: Job[] = [
  heed('partnership.proposed', askBoth),
  heed('partnership.accepted', closeFull),
  heed('partnership.agreed', bringTogether),
  heed('partnership.ended', tellEnd),
  heed('partnership.held', tellHeld),
  heed('partnership.released', tellReleased),
  heed('thanks.given', tellThanks),
  heed('talk.asked', tellTalk),
  heed('enrolment.withdrawn', endWithdrawn),
  heed('capacity.changed', closeFullEnrolment),
  sweep('lapse-proposals', '*/10 * * * *', lapseProposals),
  sweep('remind-sides', '*/10 * * * *', remindSides),
  sweep('keep-contact', '15 * * * *', keepContact),
  sweep('keep-stages', '5 * * * *', keepStages),
]
