import { z } from 'zod'
import { choice, formOf, id } from '#ground/form'

export const decideInKindForm = formOf(
  z.object({ contribution: id, decision: choice(['agree', 'refuse']) }).transform(({ contribution, decision }) => ({
    contribution,
    agreed: decision === 'agree',
  })),
)
