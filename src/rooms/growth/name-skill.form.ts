import { z } from 'zod'
import { type Form, formOf, id, maybeLine, slipKey } from '#ground/form'
import { readTopic } from '#people/topics'
import { limits } from './growth.ts'
import type { NameSkill } from './name-skill.ts'

/** A text of one's own goes before a topic chosen; one that names a topic is that topic. */
export const nameSkillForm: Form<NameSkill> = formOf(
  z
    .object({ id, partnership: id, topic: maybeLine(limits.skillCharsMax), own: maybeLine(limits.skillCharsMax) })
    .refine(({ topic, own }) => topic !== null || own !== null, { error: slipKey('slip.growth.skill'), path: ['topic'] })
    .transform(({ topic, own, ...rest }) => ({ ...rest, text: readTopic(own ?? topic ?? '') })),
)
