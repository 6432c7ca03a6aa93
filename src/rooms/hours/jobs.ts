import type { Job } from '#ground/jobs'

export const jobs: readonly Job[] = []
