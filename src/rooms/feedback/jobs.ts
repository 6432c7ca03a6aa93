import { heed, type Job, sweep } from '#ground/jobs'
import { askFollowUps } from './ask-follow-ups.ts'
import { closeReviews } from './close-reviews.ts'
import { keepFirings } from './keep-firings.ts'
import { askOtherSides, openReviews, openReviewsOfPair } from './open-reviews.ts'
import { remindReviews } from './remind-reviews.ts'

export const jobs: readonly Job[] = [
  heed('stage.entered', openReviewsOfPair),
  heed('milestone.reached', openReviewsOfPair),
  sweep('open-reviews', '5 * * * *', openReviews),
  sweep('ask-other-sides', '15 * * * *', askOtherSides),
  sweep('remind-reviews', '25 * * * *', remindReviews),
  sweep('close-reviews', '35 * * * *', closeReviews),
  sweep('ask-follow-ups', '20 3 * * *', askFollowUps),
  sweep('keep-firings', '40 3 * * *', keepFirings),
]
