import { refuse } from '#ground/refusal'

/** What moves money is shown once as it was understood, and kept when it is sent again. */
export type Looked<Input> = Input & { isLookedOver: boolean }

/**
 * The last line of such a deed: what has not been looked over yet is refused (`funding.look`), so that all that it would do has been tried
 * and nothing of it is kept.
 */
export function mustBeLookedOver({ isLookedOver }: { isLookedOver: boolean }): void {
  if (!isLookedOver) refuse('funding.look')
}
