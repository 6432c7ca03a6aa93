import type { RoomMatrix } from './matrix.room.ts'

export const meetingsMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
