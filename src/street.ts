import type { Job } from '#ground/jobs'
import type { Route } from '#ground/route'
import { jobs as matchingJobs } from '#matching/jobs'
import { web as matchingWeb } from '#matching/web'
import { jobs as partnershipsJobs } from '#partnerships/jobs'
import { web as partnershipsWeb } from '#partnerships/web'
import { jobs as peopleJobs } from '#people/jobs'
import { web as peopleWeb } from '#people/web'
import { web as programmesWeb } from '#programmes/web'

/** The rooms in the order they stand: each may use those before it, never one after. */
export const street = [
  { room: 'people', web: peopleWeb, jobs: peopleJobs },
  { room: 'programmes', web: programmesWeb, jobs: [] },
  { room: 'partnerships', web: partnershipsWeb, jobs: partnershipsJobs },
  { room: 'scores', web: [], jobs: [] },
  { room: 'pairing', web: [], jobs: [] },
  { room: 'matching', web: matchingWeb, jobs: matchingJobs },
] as const satisfies readonly { room: string; web: readonly Route[]; jobs: readonly Job[] }[]

export const routes: readonly Route[] = street.flatMap((room) => room.web as readonly Route[])
export const jobs: readonly Job[] = street.flatMap((room) => room.jobs as readonly Job[])
