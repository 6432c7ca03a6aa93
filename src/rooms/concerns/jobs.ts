import { heed, type Job, sweep } from '#ground/jobs'
import { liftPairHold } from './lift-pair-hold.ts'
import { placePairHold } from './place-pair-hold.ts'
import { remindOfficers } from './remind-officers.ts'
import { tellNewOfficer } from './tell-new-officer.ts'
import { tellAddition, tellDisclosure, tellOfficers } from './tell-officers.ts'

export const jobs: readonly Job[] = [
  heed('concern.raised', tellOfficers),
  heed('concern.added', tellAddition),
  heed('concern.disclosed', tellDisclosure),
  heed('concern.held', placePairHold),
  heed('concern.lifted', liftPairHold),
  heed('role.given', tellNewOfficer),
  sweep('concerns', '*/5 * * * *', remindOfficers),
]
