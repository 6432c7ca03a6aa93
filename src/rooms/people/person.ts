/** Half-open span of a week in the person's own zone: day 1 is Monday, minutes since midnight. */
export type FreeSpan = { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: number; to: number }

/** What an organisation knows of one person, for matching and for letters. Nothing here is confidential between two people. */
export type Profile = {
  /** Identifies the person in their organisation; made by us when the sheet has none. */
  code: string
  /** One name in any script, as the person writes it; never first and last. */
  fullName: string
  nameLatin: string | null
  calledName: string | null
  /** Neither required nor unique: an office or a family may share one. */
  email: string | null
  phone: string | null
  /** The language of our letters and pages, one of the catalogue's. */
  language: 'en' | 'fa-AF'
  calendar: 'gregory' | 'persian' | 'islamic-umalqura'
  /** IANA name, such as Asia/Kabul. */
  zone: string
  unit: string | null
  jobTitle: string | null
  /** The organisation's own word for the level (P4, HEO), and its place on the ladder: 1 lowest. */
  grade: string | null
  gradeLevel: number | null
  /** Code of the line manager; for exclusion only. */
  lineManagerCode: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** Professional field: finance, policy, security. */
  field: string | null
  /** Spoken languages, BCP 47 tags in order of ease. */
  languages: string[]
  canHelpWith: string[]
  wantsHelpWith: string[]
  /** Hours free each week; null when unknown. */
  freeHours: FreeSpan[] | null
  about: string | null
}

/** Optional, self-described, kept apart from the profile and read by the matcher alone. */
export type Attribute = 'gender' | 'ethnicity' | 'birthYear' | 'disability' | 'identity'

export const limits = {
  codeCharsMax: 40,
  nameCharsMax: 200,
  addressCharsMax: 254,
  phoneCharsMax: 40,
  wordCharsMax: 120,
  aboutCharsMax: 4_000,
  topicsMax: 20,
  languagesMax: 12,
  freeSpansMax: 42,
} as const
