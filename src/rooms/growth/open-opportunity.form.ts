import { z } from 'zod'
import { choice, type Form, formOf, id, line } from '#ground/form'
import { limits, opportunityKinds } from './growth.ts'
import type { OpenOpportunity } from './open-opportunity.ts'

export const openOpportunityForm: Form<OpenOpportunity> = formOf(
  z.object({
    id,
    partnership: id,
    openedBy: choice(['mentor', 'mentee']),
    kind: choice(opportunityKinds),
    text: line(limits.textCharsMax, 'slip.growth.opportunity'),
  }),
)
