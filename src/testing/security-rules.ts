import type { Rule, Source } from './house-rules.ts'

/** What serves people, as against what tests and measures it. */
const serves = ({ path }: Source) => !/\.(test|testing)\.tsx?$|^src\/(testing|journeys|bench)\//.test(path)
const hashes = ['sha256']
const ciphers = ['aes-256-gcm']
/** Patterns put together of constants of ours. */
const patternsMade = ['src/rooms/people/read-hours.ts', 'src/rooms/passkeys/recovery-code.ts']
/** The operator's own command; a script of ours that takes no word from outside. */
const shells = ['src/ground/key-file.ts', 'src/ground/postgres-watchdog.ts']
/** Pages on which texts are typed that are sealed afterwards: whole rooms, and two pages of others. */
const rooms = 'agreements|asks|concerns|feedback|growth|meetings|notebook|records'
const typedForFew = new RegExp(`^src/rooms/((${rooms})/|partnerships/closing[.]|people/tell-attributes[.]).*[.]tsx$`)

type Breach = { pattern: RegExp; says: string; except?: readonly string[] }

const breachesOf =
  ({ pattern, says, except = [] }: Breach): Rule['breaches'] =>
  (sources) =>
    sources
      .filter((source) => serves(source) && !except.includes(source.path) && pattern.test(source.text))
      .map(({ path }) => `${path} ${says}`)

const withText =
  (text: string): Rule['broken'] =>
  (sources, extra) => ({ sources: [...sources, { path: 'src/ground/odd.ts', text }], extra })

export const securityRules: readonly Rule[] = [
  {
    says: 'No SQL is made of pieces of text.',
    breaches: breachesOf({
      pattern: /sql\.raw\((?!`[^`$]*`)/,
      says: 'hands text to sql.raw: let sql take the value, which then goes apart',
      except: ['src/ground/migrate.ts'],
    }),
    broken: withText('sql.raw(text)'),
  },
  {
    says: 'No text becomes a program, nor a pattern.',
    breaches: breachesOf({
      pattern: /\beval\(|new Function\(|node:vm|new RegExp\(/,
      says: 'runs text, or makes a pattern of it: write the code, or the pattern, as it is',
      except: patternsMade,
    }),
    broken: withText('new RegExp(asked)'),
  },
  {
    says: 'A program is started from a list of words, never by a shell.',
    breaches: breachesOf({
      pattern: /shell: true|\bexecSync\b|import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'|\/bin\/sh/,
      says: 'starts a shell: use spawn or execFile with a list',
      except: shells,
    }),
    broken: withText("spawn('ls', { shell: true })"),
  },
  {
    says: 'Nothing is hashed or sealed but by SHA-256 and AES-256-GCM.',
    breaches: (sources) =>
      sources
        .filter(serves)
        .flatMap(({ path, text }) =>
          [...text.matchAll(/create(Hash|Hmac|Cipheriv|Decipheriv)\(\s*([^,)]+)/g)]
            .filter(([, kind = '', name = '']) => !(kind.startsWith('H') ? hashes : ciphers).some((one) => name === `'${one}'`))
            .map(([, , name]) => `${path} uses ${name}: take what security/README.md lists, or put it there with its reason`),
        ),
    broken: withText("createHash('md5')"),
  },
  {
    says: 'Nobody’s certificate is taken unseen.',
    breaches: breachesOf({
      pattern: /rejectUnauthorized|TLS_REJECT_UNAUTHORIZED|checkServerIdentity/,
      says: 'changes how certificates are looked at: leave it to Node',
    }),
    broken: withText('rejectUnauthorized: false'),
  },
  {
    says: 'HTML that is not escaped is a constant of ours.',
    breaches: breachesOf({
      pattern: /dangerouslySetInnerHTML|\{raw\((?!'|style\)|portfolioStyle\)|cut\))/,
      says: 'writes HTML that nothing escapes: say it as JSX',
    }),
    broken: withText('{raw(person.about)}'),
  },
  {
    says: 'What serves people has nothing of the tests in it.',
    breaches: breachesOf({
      pattern: /from '(#testing\/|#\w+\/[\w-]+\.testing'|\.\/[\w-]+\.testing\.ts')/,
      says: 'imports what is there for tests: move it out of the tests, or do without',
    }),
    broken: withText("import { givenPerson } from '#testing/given'"),
  },
  {
    says: 'No browser keeps on its disk what is typed for a few.',
    breaches: (sources) =>
      sources
        .filter(({ path, text }) => typedForFew.test(path) && /<form method="post"(?![^>]* autocomplete="off">)/.test(text))
        .map(({ path }) => `${path} has a form without autocomplete="off": a telephone may be shared`),
    broken: (sources, extra) => ({
      sources: [...sources, { path: 'src/rooms/notebook/odd.page.tsx', text: '<form method="post" action="/odd">' }],
      extra,
    }),
  },
]
