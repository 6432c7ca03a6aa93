import type { RoomMatrix } from './matrix.room.ts'

export const agreementsMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
