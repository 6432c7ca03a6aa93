import type { RoomMatrix } from './matrix.room.ts'

export const feedbackMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
