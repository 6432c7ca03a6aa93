import { drawsFrom } from '#testing/draws'

const topics = [
  'pricing',
  'budgets',
  'public speaking',
  'writing',
  'negotiation',
  'data analysis',
  'inclusion',
  'strategy',
  'digital tools',
  'stress',
]
const fields = ['Finance', 'Policy', 'Security', 'Communication', 'Digital']
const languages = ['English', 'French', 'Spanish', 'Dari', 'Arabic']
const grades = ['P2', 'P3', 'P4', 'P5', 'D1']

/** A sheet of invented people, as `lampline match` reads it. */
export function writeCrowd(people: number, side: 'mentor' | 'mentee', seed: number): string {
  const draw = drawsFrom(seed)
  const chance = (below: number) => draw() % below
  const one = (words: readonly string[]) => words[chance(words.length)] ?? ''
  const rows = Array.from({ length: people }, (_, n) =>
    [
      `${side}-${n}`,
      `Person ${n}`,
      one(grades),
      one(fields),
      `${one(languages)}; ${one(languages)}`,
      `${one(topics)}; ${one(topics)}; ${one(topics)}`,
    ].join(','),
  )
  return [`code,name,grade,field,languages,${side === 'mentor' ? 'can help with' : 'wants help with'}`, ...rows].join('\n')
}
