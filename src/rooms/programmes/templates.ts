import mentoring from './mentoring.template.json' with { type: 'json' }
import reverseMentoring from './reverse-mentoring.template.json' with { type: 'json' }
import { type Template, templateSchema } from './rules.ts'

/** Every kind of programme, in the order offered. A new kind is a new file, and its line here. */
export const templates: readonly Template[] = [mentoring, reverseMentoring].map((given) => templateSchema.parse(given))

export function templateOf(key: string): Template | undefined {
  return templates.find((template) => template.key === key)
}
