import type { RoomMatrix } from './matrix.room.ts'

export const todayMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
