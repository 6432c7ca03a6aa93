import type { RoomMatrix } from './matrix.room.ts'

export const asksMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
