import type { Job } from '#ground/jobs'
import { readFeeds } from './read-feeds.ts'

export const jobs: readonly Job[] = [readFeeds()]
