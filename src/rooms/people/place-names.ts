import { memo } from '#ground/memo'
import type { Language, Say } from '#ground/words'
import { readLanguage } from './read-places.ts'

const namesOf = memo(
  (language: Language, type: 'language' | 'region') =>
    new Intl.DisplayNames(language, { type, fallback: 'none', languageDisplay: 'dialect' }),
)

/** A country's name in the reader's language, its code where there is none. */
export function countryName(say: Say, code: string | null): string {
  return code === null ? '' : (namesOf(say.language, 'region').of(code) ?? code)
}

/** A language's name in the reader's language, when `readLanguage` knows the same language by it again; else its tag. */
export function languageName(say: Say, tag: string): string {
  const name = namesOf(say.language, 'language').of(tag)
  return name !== undefined && readLanguage(name) === tag ? name : tag
}
