import type { RoomMatrix } from './matrix.room.ts'

export const availabilityMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
