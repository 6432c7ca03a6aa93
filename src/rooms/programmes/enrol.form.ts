import { z } from 'zod'
import { choice, formOf, id, line, maybeLine, slipKey, ticks, whole } from '#ground/form'
import { limits, sides } from './programme.ts'
import { attributes } from './rules.ts'

const side = choice(sides)
const capacity = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? null : text))
  .pipe(z.union([z.null(), whole(0, limits.capacityMax)], { error: slipKey('slip.whole', { min: 0, max: limits.capacityMax }) }))

export const enrolByCodeForm = formOf(z.object({ id, programme: id, code: line(40, 'slip.programme.code'), side, capacity }))
export const enrolImportForm = formOf(z.object({ programme: id, import: id, side: choice([...sides, 'sheet']) }))
export const withdrawForm = formOf(z.object({ enrolment: id }))
export const changeCapacityForm = formOf(z.object({ enrolment: id, capacity: whole(0, limits.capacityMax) }))

const topics = ticks
  .pipe(z.array(z.string().max(120)).max(limits.topicsMax, slipKey('slip.programme.topics', { max: limits.topicsMax })))
  .transform((ticked) => (ticked.length === 0 ? null : ticked))
const alike = ticks.pipe(z.array(z.enum(attributes)).max(attributes.length))

export const joinForm = formOf(z.object({ id, key: z.string(), side, topics, wish: maybeLine(limits.wishCharsMax), capacity, alike }))

export const keepApartForm = formOf(
  z.object({ id, programme: id, code: line(40, 'slip.programme.code'), otherCode: line(40, 'slip.programme.code') }),
)
export const liftMustNotForm = formOf(z.object({ programme: id, mustNot: id }))
