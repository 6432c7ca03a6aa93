import { z } from 'zod'
import { choice, formOf, id } from '#ground/form'
import { roleNames } from './role.ts'

export const giveRoleForm = formOf(z.object({ id, person: id, role: choice(roleNames) }))
