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

/** The same numbers for the same seed (mulberry32), so that every run matches the same crowd. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** A sheet of invented people, as `lampline match` reads it. */
export function writeCrowd(people: number, side: 'mentor' | 'mentee', seed: number): string {
  const chance = chanceFrom(seed)
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
