import { fold } from '#ground/fold'

const namesIn = ['en', 'fr', 'es', 'ar', 'fa', 'fa-AF', 'ps', 'pt']
const letters = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = letters.flatMap((a) => letters.map((b) => a + b))

/** What people write besides the names that Unicode has; ISO 3166-1. */
const alsoCountries = `
  uk GB, usa US, america US, united states of america US, uae AE, emirates AE, drc CD, dr congo CD, ivory coast CI, turkey TR,
  czech republic CZ, viet nam VN, burma MM, iran islamic republic of IR, syrian arab republic SY, lao pdr LA,
  russian federation RU, republic of korea KR, korea KR, moldova republic of MD, holland NL, great britain GB, england GB,
  scotland GB, wales GB, bolivia plurinational state of BO, venezuela bolivarian republic of VE,
  tanzania united republic of TZ, state of palestine PS, palestine PS, cape verde CV, swaziland SZ, macedonia MK, afg AF,
  ita IT, fra FR, gbr GB, deu DE, esp ES, pak PK, irn IR, tjk TJ, uzb UZ, tur TR, ind IN, ken KE, che CH, eth ET, sen SN,
  jor JO, lbn LB, egy EG, phl PH, bra BR, col CO, per PE, mex MX, can CA, aus AU, jpn JP, chn CN, tun TN, mar MA, rwa RW,
  uga UG`

const alsoLanguages = `
  dari fa-AF, darri fa-AF, دری fa-AF, فارسی دری fa-AF, prs fa-AF, farsi fa, persian fa, pashtu ps, pushto ps, pukhto ps,
  pashto ps, پښتو ps, پشتو ps, hazaragi haz, هزارگی haz, uzbeki uz, اوزبیکی uz, ازبکی uz, turkmani tk, ترکمنی tk, baluchi bal,
  balochi bal, بلوچی bal, pashai psi, nuristani xnn, tagalog fil, mandarin zh, castilian es, castellano es, انگلیسی en,
  عربی ar, فرانسوی fr, هسپانوی es, اردو ur, tajiki tg, kiswahili sw, bangla bn, flemish nl, moldovan ro`

const longerTags = `haz bal ckb fil yue ast ceb chr kok mai mni sat gsw nds hmn bho awa mag rif shi tzm kab zgh nso tig brx
  doi syr arc ber luo kam mer`.split(/\s+/)

let countries: Map<string, string> | undefined
let languageTags: Map<string, string> | undefined
let zones: Map<string, string> | undefined

/** ISO 3166-1 alpha-2 of a country's name in seven languages, or of its code; null when no country is known by it. */
export function readCountry(text: string): string | null {
  countries ??= countryNames()
  const plain = plainName(text)
  return countries.get(plain) ?? countries.get(plain.replace(/^(?:the|la|le|les|el|جمهوری|جمهوریه) /, '')) ?? null
}

/**
 * BCP 47 of a language's name (in seven languages or its own) or tag. Regions are dropped, since French of two countries is one
 * language to meet in; Dari keeps its own tag, fa-AF. A level after the name ("French, B2", "Dari (native)") is left aside.
 */
export function readLanguage(text: string): string | null {
  languageTags ??= languageNames()
  const named = languageTags.get(plainName(text)) ?? languageTags.get(plainName(withoutLevel(text)))
  return named ?? languageOfTag(text.trim().replaceAll('_', '-'))
}

/** IANA name of a time zone from its name in any case, with spaces or underscores, or from its city; null when unknown. */
export function readZone(text: string): string | null {
  zones ??= zoneNames()
  const plain = fold(text).replace(/[_\s]+/g, ' ')
  return zones.get(plain) ?? null
}

/** The zone of a country that has one only. */
export function zoneOfCountry(country: string): string | null {
  const found = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
  return found.length === 1 ? (found[0] ?? null) : null
}

function countryNames(): Map<string, string> {
  const found = new Map<string, string>()
  const displays = namesIn.map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }))
  const notCountries = new Set(['EU', 'UN', 'EZ', 'ZZ', 'QO', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
  for (const code of pairs.map((pair) => pair.toUpperCase())) {
    if (notCountries.has(code) || new Intl.Locale(`und-${code}`).region !== code || !displays[0]?.of(code)) continue
    found.set(plainName(code), code)
    for (const display of displays) {
      const name = display.of(code)
      if (name) found.set(plainName(name), code)
    }
  }
  return withAlso(found, alsoCountries)
}

function languageNames(): Map<string, string> {
  const found = new Map<string, string>()
  const displays = namesIn.map((language) => new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }))
  for (const tag of [...pairs, ...longerTags]) {
    if (Intl.getCanonicalLocales(tag)[0] !== tag || !displays[0]?.of(tag)) continue
    const own = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' })
    for (const display of [...displays, own]) {
      const name = display.of(tag)
      if (name && !found.has(plainName(name))) found.set(plainName(name), tag)
    }
  }
  return withAlso(found, alsoLanguages)
}

function withAlso(found: Map<string, string>, also: string): Map<string, string> {
  for (const entry of also.split(',').map((text) => text.trim())) {
    const cut = entry.lastIndexOf(' ')
    found.set(plainName(entry.slice(0, cut)), entry.slice(cut + 1))
  }
  return found
}

function zoneNames(): Map<string, string> {
  const found = new Map([
    ['utc', 'UTC'],
    ['gmt', 'UTC'],
    ['z', 'UTC'],
  ])
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const plain = fold(zone).replaceAll('_', ' ')
    found.set(plain, zone)
    const city = plain.split('/').at(-1) ?? plain
    if (!found.has(city)) found.set(city, zone)
  }
  return found
    .set('asia/kolkata', 'Asia/Kolkata')
    .set('europe/kyiv', 'Europe/Kyiv')
    .set('kolkata', 'Asia/Kolkata')
    .set('kyiv', 'Europe/Kyiv')
}

const levels = /\b(?:native|mother tongue|fluent|basic|beginner|intermediate|advanced|proficient|good|excellent|working|[abc][12])\b.*$/i

function withoutLevel(text: string): string {
  return text
    .replace(/[([].*$/, '')
    .replace(levels, '')
    .replace(/[\s:,–-]+$/, '')
}

function languageOfTag(text: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return null
  try {
    const locale = new Intl.Locale(text)
    const named = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(locale.language)
    if (!named) return null
    return locale.language === 'fa' && locale.region === 'AF' ? 'fa-AF' : locale.language
  } catch {
    // Intl throws RangeError at what only looks like a tag.
    return null
  }
}

function plainName(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
