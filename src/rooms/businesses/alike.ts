import { digits, fold } from '#ground/fold'

const nationalDigits = 9

/** A name or a place as it is compared. */
export const nameKey = (text: string): string => fold(text)

/** A licence without the marks and spaces between which people write it; null where nothing is left. */
export function licenceKey(licence: string | null): string | null {
  return fold(licence ?? '').replace(/[^\p{L}\p{N}]/gu, '') || null
}

/** A telephone number by its last nine digits, which are the same with and without the code of the country. */
export function phoneKey(phone: string | null): string | null {
  return (
    digits(phone ?? '')
      .replace(/\D/g, '')
      .slice(-nationalDigits) || null
  )
}
