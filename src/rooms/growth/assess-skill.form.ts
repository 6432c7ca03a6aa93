import { z } from 'zod'
import { choice, type Form, formOf, id, maybeLine } from '#ground/form'
import type { AssessSkill } from './assess-skill.ts'
import { type Level, levels, limits } from './growth.ts'

const values = levels.map(String) as [string, ...string[]]

export const assessSkillForm: Form<AssessSkill> = formOf(
  z.object({ id, skill: id, level: choice(values).transform((text) => Number(text) as Level), note: maybeLine(limits.noteCharsMax) }),
)
