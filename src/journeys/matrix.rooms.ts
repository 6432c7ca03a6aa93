import { agreementsMatrix } from './matrix.agreements.ts'
import { asksMatrix } from './matrix.asks.ts'
import { availabilityMatrix } from './matrix.availability.ts'
import { businessesMatrix } from './matrix.businesses.ts'
import { claimsMatrix } from './matrix.claims.ts'
import { coachingMatrix } from './matrix.coaching.ts'
import { concernsMatrix } from './matrix.concerns.ts'
import { feedbackMatrix } from './matrix.feedback.ts'
import { fundingMatrix } from './matrix.funding.ts'
import { growthMatrix } from './matrix.growth.ts'
import { hoursMatrix } from './matrix.hours.ts'
import { meetingsMatrix } from './matrix.meetings.ts'
import { notebookMatrix } from './matrix.notebook.ts'
import { partnershipsMatrix } from './matrix.partnerships.ts'
import { passkeysMatrix } from './matrix.passkeys.ts'
import { programmesMatrix } from './matrix.programmes.ts'
import { recordsMatrix } from './matrix.records.ts'
import { retentionMatrix } from './matrix.retention.ts'
import type { RoomMatrix } from './matrix.room.ts'
import { signonMatrix } from './matrix.signon.ts'
import { statementsMatrix } from './matrix.statements.ts'
import { todayMatrix } from './matrix.today.ts'

/** The rooms that bring their own part of the matrix, in the order of the street. */
export const roomMatrices: readonly RoomMatrix[] = [
  passkeysMatrix,
  signonMatrix,
  availabilityMatrix,
  programmesMatrix,
  hoursMatrix,
  fundingMatrix,
  businessesMatrix,
  partnershipsMatrix,
  notebookMatrix,
  concernsMatrix,
  agreementsMatrix,
  growthMatrix,
  meetingsMatrix,
  coachingMatrix,
  claimsMatrix,
  statementsMatrix,
  asksMatrix,
  feedbackMatrix,
  retentionMatrix,
  recordsMatrix,
  todayMatrix,
]
