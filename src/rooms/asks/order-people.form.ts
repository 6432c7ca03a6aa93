import { z } from 'zod'
import { choice, type Form, formOf, id } from '#ground/form'
import { type OrderPeople, orderings } from './order-people.ts'

export const orderPeopleForm: Form<OrderPeople> = formOf(z.object({ ask: id, person: id, move: choice(orderings, 'slip.stale') }))
