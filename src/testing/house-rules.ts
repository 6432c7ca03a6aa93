import { securityRules } from './security-rules.ts'
import { wallRules } from './wall-rules.ts'
import { wordRules } from './word-rules.ts'

export type Source = { path: string; text: string }
export type Extra = {
  migrations: Source[]
  english: Record<string, string>
  dari: Record<string, { text: string; by: string }>
  glossary: string
  readmes: Source[]
  runtimeDependencies: string[]
  dependencyNotes: string
}

/** One rule of the house: what it says, how its breaches read, and how to break it on purpose. */
export type Rule = {
  says: string
  breaches(sources: readonly Source[], extra: Extra): string[]
  broken(sources: readonly Source[], extra: Extra): { sources: readonly Source[]; extra: Extra }
}

const linesMax = 200
const columnsMax = 140
const runtimeDependenciesMax = 24
const readmeLinesMax = 30

const withSource =
  (path: string, text: string): Rule['broken'] =>
  (sources, extra) => ({ sources: [...sources, { path, text }], extra })

const sizeRules: Rule[] = [
  {
    // A test's name is a sentence, which no formatter can break.
    says: `A file has ${linesMax} lines at most, a line outside tests ${columnsMax} columns.`,
    breaches: (sources) =>
      sources.flatMap(({ path, text }) => {
        const lines = text.trimEnd().split('\n')
        const isTest = /\.(test|testing)\.tsx?$/.test(path)
        const long = isTest ? -1 : lines.findIndex((line) => [...line].length > columnsMax)
        return [
          ...(lines.length > linesMax ? [`${path} has ${lines.length} lines; split it by idea`] : []),
          ...(long >= 0 ? [`${path}:${long + 1} is wider than ${columnsMax} columns`] : []),
        ]
      }),
    broken: withSource('src/ground/long.ts', 'const line = 1\n'.repeat(linesMax + 1)),
  },
  {
    says: `At most ${runtimeDependenciesMax} direct run-time dependencies, each with its line in docs/dependencies.md.`,
    breaches: (_sources, { runtimeDependencies, dependencyNotes }) => [
      ...(runtimeDependencies.length > runtimeDependenciesMax ? [`${runtimeDependencies.length} run-time dependencies`] : []),
      ...runtimeDependencies
        .filter((name) => !dependencyNotes.includes(`\`${name}\``))
        .map((name) => `docs/dependencies.md says nothing of ${name}`),
    ],
    broken: (sources, extra) => ({ sources, extra: { ...extra, runtimeDependencies: [...extra.runtimeDependencies, 'left-pad'] } }),
  },
  {
    says: `A room has a README of ${readmeLinesMax} lines at most.`,
    breaches: (sources, { readmes }) => {
      const rooms = new Set(sources.flatMap(({ path }) => /^src\/rooms\/([a-z]+)\//.exec(path)?.[1] ?? []))
      const written = new Set(readmes.map(({ path }) => path.split('/')[2] ?? ''))
      return [
        ...[...rooms].filter((room) => !written.has(room)).map((room) => `src/rooms/${room}/README.md is missing`),
        ...readmes
          .filter(({ text }) => text.trimEnd().split('\n').length > readmeLinesMax)
          .map(({ path }) => `${path} is over ${readmeLinesMax} lines`),
      ]
    },
    broken: (sources, extra) => ({ sources, extra: { ...extra, readmes: [] } }),
  },
  {
    says: 'Every verb of a room has its test beside it.',
    breaches: (sources) => {
      const paths = new Set(sources.map(({ path }) => path))
      return sources.flatMap(({ path, text }) => {
        const isVerb = /^src\/rooms\/[a-z]+\/[a-z-]+\.ts$/.test(path) && /export async function \w+\([^)]*\btx: Tx/.test(text)
        if (!isVerb || /[/-](reads|writes|figures|jobs)\.ts$/.test(path)) return []
        return paths.has(path.replace(/\.ts$/, '.test.ts')) ? [] : [`${path} is a deed without ${path.replace(/\.ts$/, '.test.ts')}`]
      })
    },
    broken: withSource('src/rooms/people/vanish.ts', 'export async function vanish(tx: Tx, who: string): Promise<void> {}'),
  },
]

export const rules: readonly Rule[] = [...sizeRules, ...wallRules, ...wordRules, ...securityRules]
