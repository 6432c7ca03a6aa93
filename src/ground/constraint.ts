/** The name of the database rule that an error says was broken; undefined for any other error. */
export function constraintOf(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code?.startsWith('23') ? constraint : undefined
}
