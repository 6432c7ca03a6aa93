import type { RoomMatrix } from './matrix.room.ts'

export const retentionMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
