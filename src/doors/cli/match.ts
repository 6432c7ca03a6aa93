import { basename } from 'node:path'
import { Refusal } from '#ground/refusal'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { type Say, sayKey, sayRefusal, sayTo, unknownReader } from '#ground/words'
import type { Candidate } from '#matching/candidate'
import { sayEmpty, sayReasons, sayWhy } from '#matching/sentence'
import { type Suggestions, suggest } from '#matching/suggest'
import { everythingCounts, type RulesFile, readRules } from '#programmes/rules'
import { readPeople, type SheetPeople } from './match-people.ts'
import { type Io, operands, option, Usage } from './terminal.ts'

const usage = 'lampline match --mentors M.csv --mentees N.csv --out pairs.csv|.xlsx [--rules FILE]'

/**
 * Matches two sheets without a server and writes the pairs: mentor, mentee, score, reason. 0 when the pairs are written, also where
 * nobody could be matched; 1 when a file cannot be read. Throws `Usage` when the command line cannot be.
 */
export async function matchCommand(args: readonly string[], io: Io): Promise<number> {
  const paths = pathsIn(args)
  const say = sayTo(unknownReader)
  try {
    const file = await rulesIn(paths.rules, say, io)
    if (file === null) return 1
    const places = file.mentorPlaces ?? 1
    const files = [
      { name: basename(paths.mentors), bytes: await read(paths.mentors, io), side: 'mentor' as const, places },
      { name: basename(paths.mentees), bytes: await read(paths.mentees, io), side: 'mentee' as const, places: 1 },
    ]
    const sheets = await readPeople(files, io.now())
    for (const sheet of sheets) tellOfSheet(sheet, say, io)
    const [mentors = [], mentees = []] = sheets.map(({ candidates }) => candidates)
    io.progress(`Scoring ${mentees.length} mentees against ${mentors.length} mentors.`)
    const found = suggest({ mentees, mentors, rules: file.rules, apart: [] })
    const people = new Map([...mentors, ...mentees].map((person) => [person.id, person]))
    await io.writeFile(paths.out, await sheetOf(found, people, paths.out, say))
    io.out(summaryOf(found, people, paths.out, say))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(sayRefusal(say, error))
    return 1
  }
}

function pathsIn(args: readonly string[]) {
  const known = ['--mentors', '--mentees', '--out', '--rules']
  const strange = args.find((arg) => arg.startsWith('--') && !known.includes(arg)) ?? operands(args)[0]
  if (strange !== undefined) throw new Usage(`match does not know "${strange}". Write: ${usage}`)
  const needed = (name: string) => {
    const path = option(args, name)
    if (path === undefined) throw new Usage(`match needs --${name}. Write: ${usage}`)
    return path
  }
  const paths = { mentors: needed('mentors'), mentees: needed('mentees'), out: needed('out'), rules: option(args, 'rules') }
  if (!/\.(csv|xlsx)$/i.test(paths.out)) throw new Usage(`--out must end in .csv or .xlsx, not "${paths.out}".`)
  return paths
}

async function read(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.readFile(path)
  } catch (error) {
    throw new Usage(`${path} cannot be read: ${(error as Error).message}`)
  }
}

/** The rules in force; null after every slip in their file was told. */
async function rulesIn(path: string | undefined, say: Say, io: Io): Promise<RulesFile | null> {
  if (path === undefined) return { rules: everythingCounts, mentorPlaces: null }
  const file = readRules(new TextDecoder().decode(await read(path, io)))
  if ('rules' in file) return file
  for (const { key, facts } of file.slips) io.err(`${basename(path)}: ${sayKey(say, key, facts)}`)
  return null
}

function tellOfSheet({ leftOut, notes }: SheetPeople, say: Say, io: Io): void {
  for (const { key, facts } of notes) io.err(sayKey(say, key, facts))
  for (const { file, line, remark } of leftOut) io.err(`${file}, row ${line}, left out: ${sayKey(say, remark.key, remark.facts)}`)
}

type People = ReadonlyMap<string, Candidate>

function nameOf(people: People, id: string): string {
  return people.get(id)?.name ?? id
}

async function sheetOf({ pairs }: Suggestions, people: People, path: string, say: Say): Promise<Uint8Array> {
  const headers = ['mentor', 'mentee', 'score', 'reason', 'mentor code', 'mentee code']
  const rows = pairs.map(({ mentor, mentee, score, reasons }) => [
    nameOf(people, mentor),
    nameOf(people, mentee),
    String(score),
    sayReasons(say, reasons),
    mentor,
    mentee,
  ])
  return path.toLowerCase().endsWith('.xlsx') ? await writeXlsx(headers, rows, { sheetName: 'pairs' }) : writeCsv(headers, rows)
}

function summaryOf({ pairs, unmatched, empty, summary }: Suggestions, people: People, path: string, say: Say): string {
  const { mentees, mentors, places, eligible, matched, total, worst } = summary
  const number = (count: number) => say.number(count)
  const lines = [
    `${number(mentees)} mentees, ${number(mentors)} mentors with ${number(places)} places, ${number(eligible)} pairs that no rule forbids.`,
    `Matched: ${number(matched)} of ${number(mentees)}.`,
    `Total: ${number(total)} points.`,
  ]
  const least = pairs.find(({ score }) => score === worst)
  if (least)
    lines.push(`Worst pair: ${number(least.score)} of 1,000, ${nameOf(people, least.mentor)} with ${nameOf(people, least.mentee)}.`)
  lines.push(`Written: ${path}`)
  if (empty !== null) lines.push(sayEmpty(say, empty))
  if (unmatched.length > 0) lines.push(`Without a mentor: ${number(unmatched.length)}.`)
  for (const { mentee, why } of unmatched) lines.push(`  ${nameOf(people, mentee)}: ${sayWhy(say, why)}`)
  return lines.join('\n')
}
