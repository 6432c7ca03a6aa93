import { IntlMessageFormat } from 'intl-messageformat'
import { memo } from './memo.ts'
import type { Facts, Refusal } from './refusal.ts'
import en from './words/en.json' with { type: 'json' }
import fa from './words/fa-AF.json' with { type: 'json' }
import { zoneOr } from './zone.ts'

export type Language = 'en' | 'fa-AF'
export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura'
/** Every sentence has a key in the English catalogue; a missing one does not compile. */
export type Key = keyof typeof en

export const languages: readonly Language[] = ['en', 'fa-AF']
export const calendars: readonly Calendar[] = ['gregory', 'persian', 'islamic-umalqura']

/** Says a sentence of the catalogue in one person's language, digits, calendar and zone. */
export type Say = ((key: Key, facts?: Facts) => string) & {
  language: Language
  dir: 'ltr' | 'rtl'
  calendar: Calendar
  zone: string
  number(n: number): string
  list(items: readonly string[]): string
}

export type Reader = { language: Language; calendar: Calendar; zone: string }

type Catalogue = (key: string) => string | undefined

const catalogues: Record<Language, Catalogue> = {
  en: (key) => (en as Record<string, string>)[key],
  'fa-AF': (key) => (fa as Record<string, { text: string; by: string }>)[key]?.text,
}

export const unknownReader: Reader = { language: 'en', calendar: 'gregory', zone: 'UTC' }

const formatOf = memo((language: Language, key: string) => {
  const text = catalogues[language](key) ?? catalogues.en(key)
  if (text === undefined) throw new Error(`No words for "${key}"`)
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
})
const numberOf = memo((language: Language) => new Intl.NumberFormat(language))
const listOf = memo((language: Language) => new Intl.ListFormat(language, { type: 'conjunction' }))

/** A reader whose zone is no more reads in UTC. */
export function sayTo(reader: Reader): Say {
  const { language, calendar } = reader
  const say = (key: string, facts: Facts = {}) => String(formatOf(language, key).format(facts))
  return Object.assign(say, {
    language,
    calendar,
    zone: zoneOr(reader.zone),
    dir: language === 'fa-AF' ? ('rtl' as const) : ('ltr' as const),
    number: (n: number) => numberOf(language).format(n),
    list: (items: readonly string[]) => listOf(language).format(items),
  }) as Say
}

/** For keys put together from data (a template's name, a topic); undefined when the catalogue has none. */
export function sayIfKnown(say: Say, key: string, facts: Facts = {}): string | undefined {
  return catalogues.en(key) === undefined ? undefined : say(key as Key, facts)
}

/** For keys that a test guards: the names of refusals, slips, kinds of mail. Throws when the catalogue has none. */
export function sayKey(say: Say, key: string, facts: Facts = {}): string {
  return say(key as Key, facts)
}

/** The words of a refusal, for the person who can mend it. */
export function sayRefusal(say: Say, refusal: Refusal): string {
  return say(`refusal.${refusal.reason}` as Key, refusal.facts)
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}
