import { sayDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import type { NeutralText } from './leaving.ts'
import { type LetterFacts, letter, told, type Words } from './letters.ts'

type Letter = (say: Say, facts: LetterFacts) => Words

/** It has been quiet: the pathway's own words where it has some, and the two ways out. */
export const quietLetter =
  (pathway: Pathway): Letter =>
  (say, facts) => {
    const own = pathway.reminders.find(({ kind }) => kind === 'quiet')
    const body = [own ? sayTexts(say, own.says) : say('mail.pair.quiet.body', told(facts)), say('mail.pair.quiet.ways')]
    return letter(say, facts, 'mail.pair.quiet.title', body, 'mail.partnership.link')
  }

/** Over, in one of three neutral texts: the same to both, whatever ended it, so that nobody reads who did. */
export const partedLetter =
  (text: NeutralText): Letter =>
  (say, facts) => {
    const body = [say(`pair.neutral.${text}`, told(facts)), say('mail.pair.parted.next', { side: facts.side })]
    return letter(say, facts, 'mail.partnership.ended.title', body, 'mail.partnership.link')
  }

/** The road is gone to its end: thanks, and whether they will pass it on. */
export const completedLetter: Letter = (say, facts) =>
  letter(say, facts, 'mail.pair.completed.title', [say('mail.pair.completed.body', told(facts))], 'mail.pair.completed.link', '/closing')

/** At rest, by whom (the other, or the programme, without a reason), and until when. */
export const heldLetter =
  (by: 'partner' | 'programme', until: Temporal.PlainDate | null): Letter =>
  (say, facts) => {
    const date = until === null ? '' : sayDay(say, until)
    const body = [say('mail.pair.held.body', { ...told(facts), by, until: until === null ? 'open' : 'day', date })]
    return letter(say, facts, 'mail.pair.held.title', body, 'mail.partnership.link')
  }

export const releasedLetter: Letter = (say, facts) =>
  letter(say, facts, 'mail.pair.released.title', [say('mail.pair.released.body', told(facts))], 'mail.partnership.link')

export const thankedLetter: Letter = (say, facts) =>
  letter(say, facts, 'mail.pair.thanked.title', [say('mail.pair.thanked.body', told(facts))], 'mail.partnership.link', '/closing')
