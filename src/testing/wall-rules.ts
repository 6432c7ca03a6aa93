import type { Rule, Source } from './house-rules.ts'

/** The rooms as they stand in the street; a room uses those before it. */
const street = [
  'people',
  'passkeys',
  'signon',
  'availability',
  'programmes',
  'hours',
  'funding',
  'businesses',
  'partnerships',
  'notebook',
  'concerns',
  'agreements',
  'growth',
  'scores',
  'pairing',
  'matching',
  'meetings',
  'coaching',
  'claims',
  'statements',
  'handover',
  'asks',
  'feedback',
  'retention',
  'records',
  'today',
]
const privateSuffix = /(\.form|\.page|-writes|\/writes|\/web|\/api|\/jobs|-web)$/

const importsOf = ({ text }: Source) => [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1] ?? '')
const roomOf = (path: string) => /^src\/rooms\/([a-z]+)\//.exec(path)?.[1]
const isTest = (path: string) => /\.test\.tsx?$|\.testing\.ts$|^src\/(testing|journeys|bench)\//.test(path)
const tablesIn = (text: string) => [...text.matchAll(/create table (\w+)/g)].map((match) => match[1] ?? '')
const camel = (snake: string) => snake.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
const withSource =
  (path: string, text: string): Rule['broken'] =>
  (sources, extra) => ({ sources: [...sources, { path, text }], extra })

export const wallRules: readonly Rule[] = [
  {
    says: 'A room imports only from rooms before it in the street.',
    breaches: (sources) =>
      sources.flatMap((source) => {
        const room = roomOf(source.path)
        if (room === undefined || isTest(source.path)) return []
        return importsOf(source).flatMap((path) => {
          const other = street.find((name) => path.startsWith(`#${name}/`))
          if (other === undefined || street.indexOf(other) < street.indexOf(room)) return []
          return [`${source.path}: ${room} stands before ${other}; heed its diary instead of importing ${path}`]
        })
      }),
    broken: withSource('src/rooms/people/nosy.ts', "import { proposeAll } from '#partnerships/propose'\n"),
  },
  {
    says: 'Forms, pages, writes and URLs of a room are private to it.',
    breaches: (sources) =>
      sources.flatMap((source) => {
        if (isTest(source.path) || source.path === 'src/street.ts') return []
        return importsOf(source)
          .filter((path) => street.some((room) => path.startsWith(`#${room}/`)) && privateSuffix.test(path))
          .map((path) => `${source.path}: ${path} is private to its room; ask a verb, a read or a figure`)
      }),
    broken: withSource('src/rooms/matching/nosy.ts', "import { insertPerson } from '#people/writes'\n"),
  },
  {
    says: 'The ground imports no room, and ui knows none.',
    breaches: (sources) =>
      sources.flatMap((source) => {
        const ground = source.path.startsWith('src/ground/')
        if (isTest(source.path) || (!ground && !source.path.startsWith('src/ui/'))) return []
        const above = ground ? [...street, 'ui', 'doors'] : [...street, 'doors']
        return importsOf(source)
          .filter((path) => above.some((name) => path.startsWith(`#${name}/`)))
          .map((path) => `${source.path}: ${path} stands above it`)
      }),
    broken: withSource('src/ground/nosy.ts', "import { findMe } from '#people/reads'\n"),
  },
  {
    says: 'An import stays in the folder with ./ or leaves it with #; nothing climbs.',
    breaches: (sources) =>
      sources.flatMap((source) =>
        importsOf(source)
          .filter((path) => path.startsWith('../') || (path.startsWith('./') && path.includes('..')))
          .map((path) => `${source.path}: write ${path} as #…`),
      ),
    broken: withSource('src/rooms/people/climber.ts', `import { sql } from '${'../'}../ground/db.ts'\n`),
  },
  {
    says: 'SQL stands only in reads, writes and figures.',
    breaches: (sources) =>
      sources.flatMap(({ path, text }) => {
        if (roomOf(path) === undefined || isTest(path) || /(^|[/-])(reads|writes|figures)\.ts$/.test(path)) return []
        return /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^>]*>)?`/.test(text)
          ? [`${path}: move its SQL to reads.ts, writes.ts or figures.ts`]
          : []
      }),
    broken: withSource('src/rooms/people/clever.ts', "export const all = (db: Db) => db.selectFrom('people')"),
  },
  {
    says: 'A table belongs to one room.',
    breaches: (sources, { migrations }) => {
      const owner = new Map<string, string>()
      for (const { path, text } of migrations) {
        const room = street.find((name) => path.includes(name))
        for (const table of tablesIn(text)) if (room) owner.set(camel(table), room)
      }
      return sources.flatMap(({ path, text }) => {
        const room = roomOf(path)
        if (room === undefined || isTest(path)) return []
        const touched = [...text.matchAll(/(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin)\(\s*\[?'(\w+)/g)].map(
          (match) => match[1] ?? '',
        )
        const written = [...text.matchAll(/\bsql(?:<[^`]*?>)?`([^`]*)`/g)].map((match) => match[1] ?? '').join(' ')
        touched.push(...[...written.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)/g)].map((match) => camel(match[1] ?? '')))
        return touched
          .filter((table) => owner.has(table) && owner.get(table) !== room)
          .map((table) => `${path}: ${table} belongs to ${owner.get(table)}; ask its reads`)
      })
    },
    broken: withSource('src/rooms/matching/reads.ts', "export const all = (db: Db) => db.selectFrom('people')"),
  },
  {
    says: 'Every table has its walls: row-level security, forced.',
    breaches: (_sources, { migrations }) =>
      migrations.flatMap(({ path, text }) => {
        const looped = [...text.matchAll(/foreach t in array array\[([^\]]+)\]/g)].map((match) => match[1] ?? '').join(' ')
        return tablesIn(text)
          .filter((table) => !text.includes(`alter table ${table} force row level security`) && !looped.includes(`'${table}'`))
          .map((table) => `${path}: ${table} has no walls; enable and force row-level security`)
      }),
    broken: (sources, extra) => ({
      sources,
      extra: {
        ...extra,
        migrations: [...extra.migrations, { path: 'migrations/0099-people-open.sql', text: 'create table open_house (id uuid)' }],
      },
    }),
  },
]
