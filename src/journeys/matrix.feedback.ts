import assert from 'node:assert/strict'
import { openReviewsOfPair } from '#feedback/open-reviews'
import { reviewsOf } from '#feedback/review-reads'
import { reachMilestone } from '#partnerships/reach-milestone'
import { keepers, type Row } from './matrix.answers.ts'
import type { RoomMatrix } from './matrix.room.ts'

const theTwo: Row = ['mentor', 'mentee']

export const feedbackMatrix: RoomMatrix = {
  answers: {
    'GET /partnerships/:partnership/reviews': theTwo,
    'GET /reviews/:review': theTwo,
    'POST /reviews/:review': theTwo,
    'GET /partnerships/:partnership/feedback': theTwo,
    'POST /partnerships/:partnership/feedback': theTwo,
    'POST /partnerships/:partnership/follow-up-refusal': theTwo,
    'GET /programmes/:programme/health': keepers,
  },
  given: async (house, { ids }) => {
    const { partnership, programme } = ids
    for (const cause of ['one', 'two']) await house.write((tx) => reachMilestone(tx, { partnership, milestone: 'meeting-held', cause }))
    await house.write((tx) => openReviewsOfPair(tx, { subject: partnership, programme }))
    const [review] = await house.read((db) => reviewsOf(db, partnership))
    return { review: review?.id ?? assert.fail('no review') }
  },
  forms: (_ids, _kind, newId) => ({
    '/reviews/:review': { id: newId(), 'answer-goals': '4' },
    '/partnerships/:partnership/feedback': { round: newId(), helped: 'Xylem' },
  }),
}
