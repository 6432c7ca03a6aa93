const branches = 4
const placeBits = 2 ** 20

/**
 * Places waiting to be visited, nearest first, equally near ones by number. A place whose distance fell is put in again, and the caller
 * skips what it has visited: cheaper than moving it, where most are never looked at. Distances are whole numbers below 2^31.
 */
export type NearHeap = {
  push(distance: number, place: number): void
  /** The least distance inside; infinite when empty. */
  nearest(): number
  /** The place at the least distance, taken out; -1 when empty. */
  pop(): number
  clear(): void
}

export function nearHeap(): NearHeap {
  let keys = new Float64Array(1024)
  let count = 0
  const rise = (key: number) => {
    let at = count++
    while (at > 0) {
      const parent = ((at - 1) / branches) | 0
      if (keys[parent]! <= key) break
      keys[at] = keys[parent]!
      at = parent
    }
    keys[at] = key
  }
  const sink = (key: number) => {
    let at = 0
    for (;;) {
      const first = branches * at + 1
      if (first >= count) break
      let least = first
      for (let child = first + 1; child < first + branches && child < count; child++) if (keys[child]! < keys[least]!) least = child
      if (keys[least]! >= key) break
      keys[at] = keys[least]!
      at = least
    }
    keys[at] = key
  }
  return {
    push(distance, place) {
      if (count === keys.length) {
        const more = new Float64Array(2 * count)
        more.set(keys)
        keys = more
      }
      rise(distance * placeBits + place)
    },
    nearest: () => (count === 0 ? Number.POSITIVE_INFINITY : Math.floor(keys[0]! / placeBits)),
    pop() {
      if (count === 0) return -1
      const top = keys[0]! % placeBits
      const last = keys[--count]!
      if (count > 0) sink(last)
      return top
    },
    clear() {
      count = 0
    },
  }
}
