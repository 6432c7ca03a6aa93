import type { RoomMatrix } from './matrix.room.ts'

export const signonMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
