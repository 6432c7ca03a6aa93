/** Each button is a form of its own, so each carries an id of its own, made from the page's. */
export function idFrom(formId: string, at: number): string {
  return formId.slice(0, -4) + ((Number.parseInt(formId.slice(-4), 16) + at + 1) & 0xffff).toString(16).padStart(4, '0')
}
