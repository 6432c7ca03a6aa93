import { jobs as agreementsJobs } from '#agreements/jobs'
import { web as agreementsWeb } from '#agreements/web'
import { jobs as asksJobs } from '#asks/jobs'
import { web as asksWeb } from '#asks/web'
import { jobs as availabilityJobs } from '#availability/jobs'
import { web as availabilityWeb } from '#availability/web'
import { jobs as businessesJobs } from '#businesses/jobs'
import { web as businessesWeb } from '#businesses/web'
import { jobs as claimsJobs } from '#claims/jobs'
import { web as claimsWeb } from '#claims/web'
import { jobs as coachingJobs } from '#coaching/jobs'
import { web as coachingWeb } from '#coaching/web'
import { jobs as concernsJobs } from '#concerns/jobs'
import { web as concernsWeb } from '#concerns/web'
import { jobs as feedbackJobs } from '#feedback/jobs'
import { web as feedbackWeb } from '#feedback/web'
import { jobs as fundingJobs } from '#funding/jobs'
import { web as fundingWeb } from '#funding/web'
import type { Job } from '#ground/jobs'
import type { Route } from '#ground/route'
import { jobs as growthJobs } from '#growth/jobs'
import { web as growthWeb } from '#growth/web'
import { jobs as hoursJobs } from '#hours/jobs'
import { web as hoursWeb } from '#hours/web'
import { jobs as matchingJobs } from '#matching/jobs'
import { web as matchingWeb } from '#matching/web'
import { jobs as meetingsJobs } from '#meetings/jobs'
import { web as meetingsWeb } from '#meetings/web'
import { jobs as notebookJobs } from '#notebook/jobs'
import { web as notebookWeb } from '#notebook/web'
import { jobs as partnershipsJobs } from '#partnerships/jobs'
import { web as partnershipsWeb } from '#partnerships/web'
import { jobs as passkeysJobs } from '#passkeys/jobs'
import { web as passkeysWeb } from '#passkeys/web'
import { jobs as peopleJobs } from '#people/jobs'
import { web as peopleWeb } from '#people/web'
import { web as programmesWeb } from '#programmes/web'
import { jobs as recordsJobs } from '#records/jobs'
import { web as recordsWeb } from '#records/web'
import { jobs as retentionJobs } from '#retention/jobs'
import { web as retentionWeb } from '#retention/web'
import { jobs as signonJobs } from '#signon/jobs'
import { web as signonWeb } from '#signon/web'
import { web as statementsWeb } from '#statements/web'
import { jobs as todayJobs } from '#today/jobs'
import { web as todayWeb } from '#today/web'

/** The rooms in the order they stand: each may use those before it, never one after. */
export const street = [
  { room: 'people', web: peopleWeb, jobs: peopleJobs },
  { room: 'passkeys', web: passkeysWeb, jobs: passkeysJobs },
  { room: 'signon', web: signonWeb, jobs: signonJobs },
  { room: 'availability', web: availabilityWeb, jobs: availabilityJobs },
  { room: 'programmes', web: programmesWeb, jobs: [] },
  { room: 'hours', web: hoursWeb, jobs: hoursJobs },
  { room: 'funding', web: fundingWeb, jobs: fundingJobs },
  { room: 'businesses', web: businessesWeb, jobs: businessesJobs },
  { room: 'partnerships', web: partnershipsWeb, jobs: partnershipsJobs },
  { room: 'notebook', web: notebookWeb, jobs: notebookJobs },
  { room: 'concerns', web: concernsWeb, jobs: concernsJobs },
  { room: 'agreements', web: agreementsWeb, jobs: agreementsJobs },
  { room: 'growth', web: growthWeb, jobs: growthJobs },
  { room: 'scores', web: [], jobs: [] },
  { room: 'pairing', web: [], jobs: [] },
  { room: 'matching', web: matchingWeb, jobs: matchingJobs },
  { room: 'meetings', web: meetingsWeb, jobs: meetingsJobs },
  { room: 'coaching', web: coachingWeb, jobs: coachingJobs },
  { room: 'claims', web: claimsWeb, jobs: claimsJobs },
  { room: 'statements', web: statementsWeb, jobs: [] },
  { room: 'handover', web: [], jobs: [] },
  { room: 'asks', web: asksWeb, jobs: asksJobs },
  { room: 'feedback', web: feedbackWeb, jobs: feedbackJobs },
  { room: 'retention', web: retentionWeb, jobs: retentionJobs },
  { room: 'records', web: recordsWeb, jobs: recordsJobs },
  { room: 'today', web: todayWeb, jobs: todayJobs },
] as const satisfies readonly { room: string; web: readonly Route[]; jobs: readonly Job[] }[]

export const routes: readonly Route[] = street.flatMap((room) => room.web as readonly Route[])
export const jobs: readonly Job[] = street.flatMap((room) => room.jobs as readonly Job[])
