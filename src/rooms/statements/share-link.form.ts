import { z } from 'zod'
import { type Form, formOf, id, slipKey, whole } from '#ground/form'
import { limits } from './links.ts'
import type { ShareLink } from './share-link.ts'

const token = z.string({ error: slipKey('slip.stale') }).regex(/^[\w-]{20,40}$/, { error: slipKey('slip.stale') })
export const shareLinkForm: Form<ShareLink> = formOf(z.object({ id, funder: id, token, days: whole(1, limits.linkDaysMax) }))
export const endLinkForm: Form<{ link: string }> = formOf(z.object({ link: id }))
