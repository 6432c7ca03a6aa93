import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { found, refuse } from '#ground/refusal'
import { agrees, type Said, type Told } from './coaching.ts'
import { answerByLink, meetingByLink } from './link-reads.ts'
import { payCoaching } from './pay-coaching.ts'
import { findCoaching } from './reads.ts'
import { holdCoaching } from './writes.ts'

export type ConfirmByLink = { id: string; token: string; says: Said; minutes: number | null } & Partial<Told>

/** The client answers by the link of a letter, without signing in. The house spends the hours as it hears of it. */
export async function confirmByLink(tx: Tx, asked: ConfirmByLink): Promise<{ token: string }> {
  const { token, says, minutes, useful = null, askedForMoney = null } = asked
  const linked = found(await meetingByLink(tx, token))
  if (linked.own) refuse('coaching.ownClient')
  if (linked.over) refuse('coaching.linkOver')
  if (says === 'other' && minutes === null) refuse('coaching.length')
  if (linked.closed) return { token }
  const meeting = found(await answerByLink(tx, { ...asked, minutes: says === 'other' ? minutes : null, useful, askedForMoney }))
  await tx.note('coaching.answered', meeting, {})
  return { token }
}

/** Spends what a client confirmed by a link. Heeding twice spends once: what is paid is paid. */
export async function payAnswered(tx: Tx, { subject }: News): Promise<void> {
  await holdCoaching(tx, subject)
  const meeting = await findCoaching(tx, subject)
  if (!meeting?.log || !meeting.confirmation || meeting.spend || meeting.decision || meeting.end) return
  if (meeting.confirmation.version !== meeting.log.version) return
  if (agrees(meeting.confirmation, meeting.log)) await payCoaching(tx, meeting, meeting.log.minutes)
  else await tx.note('coaching.disputed', meeting.id, meeting)
}
