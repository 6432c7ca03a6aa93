import type { RoomMatrix } from './matrix.room.ts'

export const passkeysMatrix: RoomMatrix = { answers: {}, given: async () => ({}), forms: () => ({}) }
