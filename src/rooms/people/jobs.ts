import { heed, type Job, sweep } from '#ground/jobs'
import { sweepImports } from './sweep-imports.ts'
import { sweepSignIns } from './sweep-sign-ins.ts'
import { writeSignInLetter } from './write-sign-in-letter.ts'

export const jobs: readonly Job[] = [
  heed('sign-in.asked', writeSignInLetter),
  sweep('imports', '41 3 * * *', sweepImports),
  sweep('sign-ins', '17 * * * *', sweepSignIns),
]
