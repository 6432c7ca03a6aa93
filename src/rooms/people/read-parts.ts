import { digits, fold, tidyAddress } from '#ground/fold'

export type Side = 'mentor' | 'mentee' | 'both'

export const placesMax = 50
const phoneDigitsMin = 3
const phoneDigitsMax = 18
const oldestYear = 1900
const youngestAge = 10

/** One e-mail address, also when it stands as "Ana <ana@un.org>" or "mailto:…"; null when it is none, or several. */
export function readEmail(text: string): string | null {
  const bare = tidyAddress(/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '')
  const [local = '', domain = '', ...more] = bare.split('@')
  if (more.length > 0 || local === '' || local.length > 64 || /[,;:<>()[\]"\\]/.test(bare)) return null
  return /^[^.]+(?:\.[^.]+)+$/.test(domain) ? bare : null
}

/** One telephone number as it is written, in 0-9, with an extension if it has one; null when it is none, or several. */
export function readPhone(text: string): string | null {
  const plain = digits(text.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}]/gu, ''))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const body = plain.replace(/\s*(?:ext\.?|extension|x|#|poste|داخلی)\s*(\d{1,6})$/i, '$1')
  if (!/^\+?[\d ().\-/]+$/.test(body) || /\/.*\//.test(body)) return null
  const count = body.replace(/\D/g, '').length
  return count >= phoneDigitsMin && count <= phoneDigitsMax ? plain : null
}

/** A telephone number for comparison: its digits, with + for 00. */
export function foldPhone(phone: string): string {
  return tidyAddress(phone)
    .replace(/^\(?00/, '+')
    .replace(/(?!^\+)\D/g, '')
}

/**
 * Year of birth, from a year or a whole date, of the Gregorian or the solar Hijri calendar (1300 to 1420: plus 621, or 622 from 11 Jadi).
 * Null when it is no year, no day that exists, or no year of a person who could be here in `thisYear`.
 */
export function readBirthYear(text: string, thisYear: number): { year: number; solar: boolean } | null {
  const parts = digits(text.trim()).split(/[-/.\s]+/)
  const at = parts.findIndex((part) => /^\d{4}$/.test(part))
  const said = Number(parts[at])
  if (at === -1 || !parts.every((part) => /^\d{1,4}$/.test(part)) || (parts.length !== 1 && parts.length !== 3)) return null
  const solar = said >= 1300 && said <= 1420
  const [, month = 1, day = 1] = (at === 0 ? parts : parts.toReversed()).map(Number)
  if (parts.length === 3 && (at === 1 || !isDay(said, month, day, solar))) return null
  const late = solar && (month > 10 || (month === 10 && day >= 11))
  const year = solar ? said + (late ? 622 : 621) : said
  return year >= oldestYear && year <= thisYear - youngestAge ? { year, solar } : null
}

/** A Gregorian date may have come in the American order, month before day. */
function isDay(year: number, month: number, day: number, solar: boolean): boolean {
  const daysOf = (m: number) => (solar ? (m <= 6 ? 31 : 30) : new Temporal.PlainYearMonth(year, m).daysInMonth)
  const exists = (m: number, d: number) => m >= 1 && m <= 12 && d >= 1 && d <= daysOf(m)
  return exists(month, day) || (!solar && exists(day, month))
}

/** How many partners a person can take: a whole number up to `placesMax`; "1,5" is none. */
export function readCapacity(text: string): number | null {
  const plain = digits(text.trim()).replace(/^(\d+)[.,]0{1,2}$/, '$1')
  return /^\d{1,3}$/.test(plain) && Number(plain) <= placesMax ? Number(plain) : null
}

const sides: Record<Side, string> = {
  mentor: 'mentor|mentors|coach|mentora|tutor|mentor only|مرشد|المرشد|رهنما|راهنما|استاد|مربی|لارښود',
  mentee: 'mentee|mentees|mentoree|mentore|learner|protege|protegee|coachee|aprendiz|mentorizado|متدرب|المتدرب|شاگرد|رهجو|راهجو|زده کوونکی',
  both: 'both|mentor and mentee|mentee and mentor|mentor mentee|les deux|ambos|كلاهما|هر دو|دواړه',
}
const sideOf = new Map(
  Object.entries(sides).flatMap(([side, names]) => names.split('|').map((name) => [fold(name), side as Side] as const)),
)

export function readSide(text: string): Side | null {
  return (
    sideOf.get(
      fold(text)
        .replace(/[^\p{L}\p{M}]+/gu, ' ')
        .trim(),
    ) ?? null
  )
}

const yes = new Set('yes|y|true|1|x|oui|o|vrai|si|s|verdadero|sim|نعم|بلی|بله|هو|✓|✔'.split('|').map(fold))
const no = new Set('no|n|false|0|non|faux|falso|nao|لا|نخیر|نه|خیر|-|none'.split('|').map(fold))

export function readYesNo(text: string): boolean | null {
  const plain = fold(text)
  return yes.has(plain) ? true : no.has(plain) ? false : null
}

/** The parts of a cell that lists things, one of each: between commas, semicolons, bars or lines, as any of our languages writes them. */
export function readList(text: string): string[] {
  const seen = new Set<string>()
  return text
    .split(/[,;|\n\r،؛、]+/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !seen.has(fold(part)) && seen.add(fold(part)))
}
