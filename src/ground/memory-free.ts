import { freemem } from 'node:os'

/** What the machine has free, and no more than a container's limit leaves. What files keep in memory is free: it goes when it is needed. */
export function memoryFree(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(freemem(), Math.max(0, limit - process.memoryUsage.rss())) : freemem()
}
