/** A heap of places `0 … size - 1`, nearest first: by `major`, then `minor`. The two arrays are the caller's, read when asked. */
export type Heap = {
  /** Puts a place in, or moves it up after its distance fell. */
  lower(place: number): void
  /** The nearest place, taken out; -1 when empty. */
  pop(): number
  clear(): void
}

export function heapOf(size: number, major: Float64Array, minor: Float64Array): Heap {
  const heap = new Int32Array(size)
  const where = new Int32Array(size).fill(-1)
  let count = 0

  const isNearer = (a: number, b: number) => major[a]! < major[b]! || (major[a] === major[b] && minor[a]! < minor[b]!)
  const put = (at: number, place: number) => {
    heap[at] = place
    where[place] = at
  }
  const rise = (from: number, place: number) => {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isNearer(place, heap[parent]!)) break
      put(at, heap[parent]!)
      at = parent
    }
    put(at, place)
  }
  const sink = (place: number) => {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= count) break
      if (child + 1 < count && isNearer(heap[child + 1]!, heap[child]!)) child++
      if (!isNearer(heap[child]!, place)) break
      put(at, heap[child]!)
      at = child
    }
    put(at, place)
  }

  return {
    lower: (place) => rise(where[place]! >= 0 ? where[place]! : count++, place),
    pop() {
      if (count === 0) return -1
      const top = heap[0]!
      where[top] = -1
      const last = heap[--count]!
      if (count > 0) sink(last)
      return top
    },
    clear() {
      for (let at = 0; at < count; at++) where[heap[at]!] = -1
      count = 0
    },
  }
}
