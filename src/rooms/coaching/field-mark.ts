import { createHash } from 'node:crypto'

/** Whose a log kept on a telephone is: the same for a person whenever they sign in, another for anybody else, and nobody's id. */
export function fieldMark(person: string): string {
  return createHash('sha256').update(`field-log:${person}`).digest('base64url').slice(0, 16)
}
