import { heed, type Job } from '#ground/jobs'
import { askNextBest } from './ask-next-best.ts'
import { loadSample } from './load-sample.ts'

export const jobs: readonly Job[] = [heed('partnership.ended', askNextBest), heed('house.begun', loadSample)]
