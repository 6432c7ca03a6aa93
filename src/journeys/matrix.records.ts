import type { RoomMatrix } from './matrix.room.ts'

export const recordsMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
