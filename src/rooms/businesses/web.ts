import type { Route } from '#ground/route'

export const web: readonly Route[] = []
