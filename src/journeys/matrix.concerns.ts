import type { RoomMatrix } from './matrix.room.ts'

export const concernsMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
