import type { RoomMatrix } from './matrix.room.ts'

export const notebookMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
