import { IntlMessageFormat } from 'intl-messageformat'
import type { Rule, Source } from './house-rules.ts'

/** The gates that people has, by name. */
const gates = ['anyone', 'signedIn', 'keepsOrganisation', 'keepsAny', 'coordinatesProgramme', 'coordinatesAny', 'officer', 'administers']
const isTest = (path: string) => /\.test\.tsx?$|\.testing\.ts$|^src\/(testing|journeys)\//.test(path)
const inRoom = (path: string) => path.startsWith('src/rooms/')
const withSource =
  (path: string, text: string): Rule['broken'] =>
  (sources, extra) => ({ sources: [...sources, { path, text }], extra })

/** Words that a room does not use, with the words to use. */
const banned: readonly { pattern: RegExp; instead: string; where: (path: string) => boolean }[] = [
  { pattern: /new Date\(|Date\.now\(|Temporal\.Now/, instead: 'use tx.now or db.now', where: inRoom },
  { pattern: /Math\.random|randomUUID|randomBytes/, instead: 'use tx.newId() or tx.newSecret()', where: inRoom },
  { pattern: /process\.env/, instead: 'read it in ground/config.ts', where: (path) => path !== 'src/main.ts' },
  { pattern: /\bTODO\b|\bFIXME\b|\bXXX\b/, instead: 'do it, or say it in an issue', where: () => true },
  { pattern: /export default/, instead: 'export it by its name', where: () => true },
  { pattern: /type="number"/, instead: 'use inputmode="numeric"', where: () => true },
  { pattern: /: any(?=[,;)=>\]|&\n])|<any>|\bas any(?=[,;)\]\n])/, instead: 'say the type', where: () => true },
]

const refusals = (sources: readonly Source[]) =>
  sources.flatMap(({ path, text }) =>
    isTest(path) ? [] : [...text.matchAll(/refuse\(\s*'([^']+)'/g)].map((match) => ({ path, key: `refusal.${match[1]}` })),
  )

const slips = (sources: readonly Source[]) =>
  sources.flatMap(({ path, text }) =>
    isTest(path) ? [] : [...text.matchAll(/'(slip\.[a-z][\w.-]*)'/g)].map((match) => ({ path, key: match[1] ?? '' })),
  )

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> }

/** What a sentence is told, by its parsed parts: 0 is plain text, 7 the number of a plural. */
function argumentsOf(text: string): Set<string> {
  const names = (parts: readonly Part[]): string[] =>
    parts.flatMap(({ type, value, options }) => [
      ...(type === 0 || type === 7 || value === undefined ? [] : [value]),
      ...Object.values(options ?? {}).flatMap((option) => names(option.value)),
    ])
  return new Set(names(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() as unknown as Part[]))
}

export const wordRules: readonly Rule[] = [
  {
    says: 'Banned words are not used; each has its replacement.',
    breaches: (sources) =>
      sources.flatMap(({ path, text }) =>
        isTest(path)
          ? []
          : banned
              .filter(({ pattern, where }) => where(path) && pattern.test(text))
              .map(({ pattern, instead }) => `${path}: ${pattern.source}: ${instead}`),
      ),
    broken: withSource('src/rooms/people/hasty.ts', 'export const now = () => new Date()'),
  },
  {
    says: 'Every refusal and every slip has its words.',
    breaches: (sources, { english }) =>
      [...refusals(sources), ...slips(sources)]
        .filter(({ key }) => english[key] === undefined)
        .map(({ path, key }) => `${path}: no words for ${key}`),
    broken: withSource('src/rooms/people/curt.ts', "refuse('people.because')"),
  },
  {
    says: 'No catalogue lacks a key, and each sentence is told the same facts in every language.',
    breaches: (_sources, { english, dari }) => [
      ...Object.keys(english)
        .filter((key) => !dari[key]?.text)
        .map((key) => `fa-AF.json lacks ${key}`),
      ...Object.keys(dari)
        .filter((key) => english[key] === undefined)
        .map((key) => `en.json lacks ${key}`),
      ...Object.entries(english).flatMap(([key, text]) => {
        const other = argumentsOf(dari[key]?.text ?? '')
        return [...argumentsOf(text)].every((name) => other.has(name)) ? [] : [`${key}: the Dari sentence leaves out a fact`]
      }),
    ],
    broken: (sources, extra) => ({ sources, extra: { ...extra, english: { ...extra.english, 'page.new': 'New' } } }),
  },
  {
    says: 'Every room and every table stands in the glossary.',
    breaches: (_sources, { migrations, glossary }) => {
      const text = glossary.toLowerCase()
      return migrations.flatMap(({ path, text: sql }) =>
        [...sql.matchAll(/create table (\w+)/g)]
          .map((match) => match[1] ?? '')
          .filter((table) => !text.includes(`\`${table}\``))
          .map((table) => `${path}: GLOSSARY.md does not say what ${table} is`),
      )
    },
    broken: (sources, extra) => ({ sources, extra: { ...extra, glossary: '' } }),
  },
  {
    says: 'Every route has a gate from people.',
    breaches: (sources) =>
      sources.flatMap(({ path, text }) =>
        /^src\/rooms\/[a-z]+\/([a-z]+-)?web\.ts$/.test(path)
          ? [...text.matchAll(/\b(?:page|act|file|watch)\(\s*'([^']+)',\s*(\w+)/g)]
              .filter((match) => !gates.includes(match[2] ?? ''))
              .map((match) => `${path}: ${match[1]} has no gate`)
          : [],
      ),
    broken: withSource('src/rooms/people/web.ts', "export const web = [watch('/people', beginPeople, finishPeople)]"),
  },
]
