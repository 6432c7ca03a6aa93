import { basename } from 'node:path'
import { Refusal, refuse } from '#ground/refusal'
import type { Remark } from '#ground/sheet'
import { type Say, sayKey, sayRefusal, sayTo, unknownReader } from '#ground/words'
import { memoryNeeded, memoryNeededOnLists } from '#matching/memory-needed'
import { type Suggestions, suggest, type Two } from '#matching/suggest'
import { suggestBig } from '#matching/suggest-big'
import { attributes, everythingCounts, type RulesFile, readRules } from '#programmes/rules'
import type { Candidate } from '#scores/candidate'
import type { Crowd } from '#scores/score'
import { type Certifiable, certificateOf } from './match-certificate.ts'
import { readKeep } from './match-keep.ts'
import { type MatchOptions, readMatchOptions } from './match-options.ts'
import { type LeftOut, readPeople, type SheetFile, type Sides } from './match-people.ts'
import { readPins } from './match-pins.ts'
import { bigReportOf, reportOf } from './match-report.ts'
import { pairsSheet } from './match-sheet.ts'
import { type Io, Usage } from './terminal.ts'

/** Something stands in the way, and every sentence about it was told. */
class Told extends Error {}

/**
 * Matches two sheets without a server, writes the pairs, and tells what the round came to. 0 when the pairs are written, also where
 * nobody could be matched; 1 when a file or a figure cannot be followed, or the memory is too small. Throws `Usage` when the command line
 * cannot be read.
 */
export async function matchCommand(args: readonly string[], io: Io): Promise<number> {
  const say = sayTo(unknownReader)
  try {
    const options = readMatchOptions(args)
    for (const note of options.notes) io.err(note)
    return await match(options, io, say)
  } catch (error) {
    if (error instanceof Told) return 1
    if (!(error instanceof Refusal)) throw error
    io.err(sayRefusal(say, error))
    return 1
  }
}

async function match(options: MatchOptions, io: Io, say: Say): Promise<number> {
  const file = await rulesIn(options.rules, io, say)
  const { rules } = file
  const sides = await sidesIn(options, file, io, say)
  const [mentees, mentors] = [sides.mentee.candidates, sides.mentor.candidates]
  const { pins, apart } = await pinsIn(options.pins, sides, io, say)
  const standing = await standingIn(options.keep, sides, io, say)
  const names = new Map([...mentors, ...mentees].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const isPlain = isAnsweredByLists(options) && pins.length + standing.length === 0
  if (isPlain && isTooBigToScore(mentees.length, mentors.length, io)) {
    return matchBig({ mentees, mentors, rules, apart }, nameOf, options, io, say)
  }
  checkMemory(memoryNeeded, mentees.length, mentors.length, io)
  io.progress(`Scoring ${say.number(mentees.length)} mentees against ${say.number(mentors.length)} mentors.`)
  const found = suggest({ mentees, mentors, rules, apart, pins, standing, ...options.choice })
  await io.writeFile(options.out, await pairsSheet(found, nameOf, options.out, say))
  io.out(reportOf(found, options, { nameOf, stood: standing.length, kept: countKept(found, standing) }, say))
  return tellProof(found, options, io, say)
}

function tellProof(found: Certifiable, options: MatchOptions, io: Io, say: Say): number {
  if (!options.isProofAsked) return 0
  const { text, holds } = certificateOf(found, options, say)
  io.out(`\n${text}`)
  return holds ? 0 : 1
}

/** More pairs than this are not all scored where lists answer the same: some ten seconds, and 1.6 GB. */
const pairsScoredMax = 50_000_000

const isTooBigToScore = (mentees: number, mentors: number, io: Io) =>
  mentees * mentors > pairsScoredMax || memoryNeeded(mentees, mentors) > io.memoryFree()

/** Whether nothing is asked for that looks at every pair. */
const isAnsweredByLists = ({ choice }: MatchOptions) => choice.method !== 'stable' && choice.floor === 'none' && choice.dial !== 'even'

type NameOf = (id: string) => string

/** A crowd of tens of thousands: solved on lists of the best, and proved over all pairs. */
async function matchBig(crowd: Crowd, nameOf: NameOf, options: MatchOptions, io: Io, say: Say): Promise<number> {
  checkMemory(memoryNeededOnLists, crowd.mentees.length, crowd.mentors.length, io)
  io.progress(`Looking for the best of ${say.number(crowd.mentees.length)} mentees among ${say.number(crowd.mentors.length)} mentors.`)
  const found = suggestBig(crowd)
  await io.writeFile(options.out, await pairsSheet(found, nameOf, options.out, say))
  io.out(bigReportOf(found, options, nameOf, say))
  return tellProof(found, options, io, say)
}

async function read(path: string, io: Io): Promise<SheetFile> {
  try {
    return { name: basename(path), bytes: await io.readFile(path) }
  } catch (error) {
    throw new Usage(`${path} cannot be read: ${(error as Error).message}`)
  }
}

async function rulesIn(path: string | undefined, io: Io, say: Say): Promise<RulesFile> {
  if (path === undefined) return { rules: everythingCounts, mentorPlaces: null }
  const file = readRules(new TextDecoder().decode((await read(path, io)).bytes))
  if ('rules' in file) return file
  for (const { key, facts } of file.slips) io.err(`${basename(path)}: ${sayKey(say, key, facts)}`)
  throw new Told()
}

async function sidesIn(options: MatchOptions, { rules, mentorPlaces }: RulesFile, io: Io, say: Say): Promise<Sides> {
  const mentors = { ...(await read(options.mentors, io)), places: mentorPlaces ?? 1 }
  const unkept = rules.withoutAttributes ? attributes : []
  const sides = await readPeople(mentors, await read(options.mentees, io), io.now(), unkept)
  for (const { notes, leftOut } of [sides.mentor, sides.mentee]) {
    tellNotes(notes, io, say)
    for (const row of leftOut) io.err(sayRow(row, say, 'left out'))
  }
  tellNotes(noteOnPlaces(sides.mentor.candidates, sides.mentee.candidates.length), io, say)
  return sides
}

function noteOnPlaces(mentors: readonly Candidate[], mentees: number): Remark[] {
  const [first, ...others] = mentors.filter(({ capacity }) => capacity > mentees && mentees > 0)
  return first === undefined ? [] : [{ key: 'note.match.places', facts: { name: first.name, others: others.length, mentees } }]
}

async function pinsIn(path: string | undefined, sides: Sides, io: Io, say: Say) {
  if (path === undefined) return { pins: [], apart: [] }
  const { pins, apart, slips, notes } = await readPins(await read(path, io), sides)
  tellNotes(notes, io, say)
  for (const slip of slips) io.err(sayRow(slip, say))
  if (slips.length > 0) throw new Told()
  return { pins, apart }
}

const keepRowsToldMax = 5

async function standingIn(path: string | undefined, sides: Sides, io: Io, say: Say): Promise<Two[]> {
  if (path === undefined) return []
  const { standing, leftOut, notes } = await readKeep(await read(path, io), sides)
  tellNotes(notes, io, say)
  for (const row of leftOut.slice(0, keepRowsToldMax)) io.err(sayRow(row, say, 'not kept'))
  const rows = leftOut.length - keepRowsToldMax
  if (rows > 0) tellNotes([{ key: 'note.match.keepRest', facts: { rows, file: basename(path) } }], io, say)
  return standing
}

function tellNotes(notes: readonly Remark[], io: Io, say: Say): void {
  for (const { key, facts } of notes) io.err(sayKey(say, key, facts))
}

const sayRow = ({ file, line, remark }: LeftOut, say: Say, what?: string) =>
  `${file}, row ${line}${what === undefined ? '' : `, ${what}`}: ${sayKey(say, remark.key, remark.facts)}`

const bytesPerGb = 1e9

/** Says what a crowd needs before it is begun, not when the machine has none left. */
function checkMemory(need: typeof memoryNeeded, mentees: number, mentors: number, io: Io): void {
  const needed = need(mentees, mentors)
  const free = io.memoryFree()
  if (needed <= free) return
  const inTenths = (round: (value: number) => number, bytes: number) => round((bytes / bytesPerGb) * 10) / 10
  refuse('matching.memoryTooSmall', { mentees, mentors, needed: inTenths(Math.ceil, needed), free: inTenths(Math.floor, free) })
}

function countKept({ pairs }: Suggestions, standing: readonly Two[]): number {
  const stood = new Map(standing.map(({ mentee, mentor }) => [mentee, mentor]))
  return pairs.filter(({ mentee, mentor }) => stood.get(mentee) === mentor).length
}
