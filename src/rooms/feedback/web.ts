import { act, page, type Route } from '#ground/route'
import { coordinatesProgramme, signedIn } from '#people/gates'
import { giveAnswersForm, giveGiftForm, refuseFollowUpForm } from './feedback.form.ts'
import { giftPage } from './gift.page.tsx'
import { giveAnswers } from './give-answers.ts'
import { giveGift } from './give-gift.ts'
import { healthPage } from './health.page.tsx'
import { refuseFollowUp } from './refuse-follow-up.ts'
import { reviewPage } from './review.page.tsx'
import { reviewsPage } from './reviews.page.tsx'

const toReviews = ({ partnership }: { partnership: string }) => `/partnerships/${partnership}/reviews?done=answered`

export const web: readonly Route[] = [
  page('/partnerships/:partnership/reviews', signedIn, reviewsPage),
  page('/reviews/:review', signedIn, reviewPage),
  act('/reviews/:review', signedIn, giveAnswersForm, giveAnswers, toReviews, reviewPage),
  page('/partnerships/:partnership/feedback', signedIn, giftPage),
  act(
    '/partnerships/:partnership/feedback',
    signedIn,
    giveGiftForm,
    giveGift,
    ({ partnership }) => `/partnerships/${partnership}/feedback?done=given`,
    giftPage,
  ),
  act('/partnerships/:partnership/follow-up-refusal', signedIn, refuseFollowUpForm, refuseFollowUp, toReviews, reviewsPage),
  page('/programmes/:programme/health', coordinatesProgramme, healthPage),
]
