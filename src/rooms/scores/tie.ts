const tieBitsMax = 40
const exactBits = 52
const laneBits = 32

/** Two independent 32-bit hashes of a person's code. */
export type CodeHash = readonly [number, number]

/** FNV-1a over the code's UTF-16 units from two starts, each stirred at the end. */
export function hashOf(code: string): CodeHash {
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  for (let at = 0; at < code.length; at++) {
    first = Math.imul(first ^ code.charCodeAt(at), 0x01000193)
    second = Math.imul(second ^ code.charCodeAt(at), 0x01000193)
  }
  return [stir(first), stir(second)]
}

/** How many bits leave a path through everybody exact in a double: 40 up to some 2,000 people, 33 at 200,000. */
export function tieBits(people: number): number {
  return Math.min(tieBitsMax, exactBits - Math.ceil(Math.log2(2 * (people + 1))))
}

/**
 * A whole number below 2^`bits` for each pair, from the two codes alone: what chooses between equally good wholes. By place in the
 * rows instead, everybody's second choice would be the same few mentors, and a sheet sorted another way would match other people.
 *
 * The odds that two best wholes still have the same sum are at most pairs / 2^bits (Mulmuley, Vazirani and Vazirani 1987): one in
 * a million for 1,000 by 1,000.
 */
export function tieOf(mentee: CodeHash, mentor: CodeHash, bits: number): number {
  const low = stir(Math.imul(mentee[0], 0x85ebca6b) ^ mentor[0])
  if (bits <= laneBits) return low >>> (laneBits - bits)
  const high = stir(Math.imul(mentee[1], 0xc2b2ae35) ^ mentor[1])
  return (high >>> (2 * laneBits - bits)) * 2 ** laneBits + low
}

/** Murmur3's last step: every bit of what comes in moves about half of those that go out. */
function stir(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
