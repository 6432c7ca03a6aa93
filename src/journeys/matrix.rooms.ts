import { agreementsMatrix } from './matrix.agreements.ts'
import { asksMatrix } from './matrix.asks.ts'
import { availabilityMatrix } from './matrix.availability.ts'
import { concernsMatrix } from './matrix.concerns.ts'
import { feedbackMatrix } from './matrix.feedback.ts'
import { growthMatrix } from './matrix.growth.ts'
import { meetingsMatrix } from './matrix.meetings.ts'
import { partnershipsMatrix } from './matrix.partnerships.ts'
import { programmesMatrix } from './matrix.programmes.ts'
import type { RoomMatrix } from './matrix.room.ts'
import { todayMatrix } from './matrix.today.ts'

/** The rooms that bring their own part of the matrix, in the order of the street. */
export const roomMatrices: readonly RoomMatrix[] = [
  availabilityMatrix,
  programmesMatrix,
  partnershipsMatrix,
  concernsMatrix,
  agreementsMatrix,
  growthMatrix,
  meetingsMatrix,
  asksMatrix,
  feedbackMatrix,
  todayMatrix,
]
