import type { RoomMatrix } from './matrix.room.ts'

export const growthMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
