import { heed, type Job, sweep } from '#ground/jobs'
import { sweepChallenges } from './sweep-challenges.ts'
import { tellLifted } from './tell-lifted.ts'
import { tellNewDevice } from './tell-new-device.ts'

export const jobs: readonly Job[] = [
  heed('session.started', tellNewDevice),
  heed('passkeys.lifted', tellLifted),
  sweep('passkey-challenges', '27 * * * *', sweepChallenges),
]
