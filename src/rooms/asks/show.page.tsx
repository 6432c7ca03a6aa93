import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { mayCoordinate } from '#people/may'
import { askedView } from './asked.page.tsx'
import { askerView } from './asker.page.tsx'
import { coordinatorView } from './coordinator.page.tsx'
import { draftView } from './draft.page.tsx'
import { findAsk, turnOf } from './reads.ts'

/** An ask as its reader stands to it: its asker, somebody asked, or a coordinator who is neither. */
export async function askPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const ask = found(await findAsk(db, asked.params.ask ?? ''))
  const person = asked.me?.person ?? ''
  if (ask.asker === person) return ask.state === 'draft' ? draftView(db, asked, ask, again) : askerView(db, asked, ask, again)
  const turn = await turnOf(db, ask.id, person)
  if (turn) return askedView(db, asked, ask, turn, again)
  return mayCoordinate(db, ask.programme) ? coordinatorView(db, asked, ask) : missing()
}

/** Drawn again after what only the asker may do. */
export async function ownAskPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  const ask = found(await findAsk(db, asked.params.ask ?? ''))
  return ask.asker === asked.me?.person ? askPage(db, asked, again) : missing()
}

/** Drawn again after what only somebody asked may do. */
export async function answerPage(db: Db, asked: Asked, again?: Again): Promise<View> {
  found(await turnOf(db, asked.params.ask ?? '', asked.me?.person ?? ''))
  return askPage(db, asked, again)
}
