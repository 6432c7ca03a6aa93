import type { Say } from '#ground/words'
import { type Criterion, hasUsualSides, type Pathway, type Review } from './pathway.ts'
import { sayTexts } from './pathway-forms.ts'
import type { Side } from './programme.ts'

/** What a stage asks to be left, as a sentence. */
export function sayCriterion(say: Say, { sides }: Pick<Pathway, 'sides'>, criterion: Criterion): string {
  switch (criterion.what) {
    case 'confirmed':
      return say('criterion.said', { by: criterion.by, role: roleOf(say, sides, criterion.by), says: sayTexts(say, criterion.says) })
    case 'reached':
      return say(`milestone.${criterion.milestone}`, { times: criterion.times })
    case 'days':
      return say('criterion.days', { days: criterion.days })
    case 'places':
      return say('criterion.places', { places: criterion.perHundred })
  }
}

/** How a side is called, where it is one alone. */
const roleOf = (say: Say, sides: Pathway['sides'], who: string) => (who === 'mentor' || who === 'mentee' ? sayTexts(say, sides[who]) : '')

/** When a review comes, what it asks, and who goes first. */
export function sayAfter(say: Say, { sides, forms: all }: Pathway, { after, form, more, first, limitDays }: Review): string {
  const when =
    'at' in after ? say(`page.pathway.at.${after.at}`) : say('page.pathway.after', { meetings: after.meetings ?? 0, days: after.days ?? 0 })
  const forms = [form, ...more].flatMap((key) => all.filter((one) => one.key === key)).map(({ name }) => sayTexts(say, name))
  const how = say('page.pathway.review-how', { forms: say.list(forms), days: limitDays, first, role: roleOf(say, sides, first) })
  return `${when} ${how}`
}

/** What a sentence is told of a reader's own side. */
export function ownSide(say: Say, pathway: Pick<Pathway, 'sides'>, side: Side): { side: Side | 'named'; role: string } {
  return { side: hasUsualSides(pathway) ? side : 'named', role: sayTexts(say, pathway.sides[side]) }
}
