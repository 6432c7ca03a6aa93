import { fold } from '#ground/fold'

/** Endings that stand on a Dari word, longest first; a stem keeps at least three letters. */
const endings = [
  'هایشان',
  'هایم',
  'هایت',
  'هایش',
  'های',
  'ترین',
  'انم',
  'ان',
  'ها',
  'تر',
  'ام',
  'ات',
  'اش',
  'ای',
  'را',
  'م',
  'ت',
  'ش',
  'ی',
  'ه',
].map(fold)
const beginnings = ['نمی', 'می'].map(fold)
const stemCharsMin = 3

/** The stem of a folded word in Arabic script: one beginning of a verb and up to two endings away, by a small list of our own. */
export function dariStem(word: string): string {
  const begun = beginnings.find((beginning) => word.startsWith(beginning) && word.length >= beginning.length + stemCharsMin)
  return withoutEnding(withoutEnding(begun ? word.slice(begun.length) : word))
}

function withoutEnding(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length >= each.length + stemCharsMin)
  return ending ? word.slice(0, -ending.length) : word
}
