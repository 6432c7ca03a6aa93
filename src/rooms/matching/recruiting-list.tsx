import type { Say } from '#ground/words'
import type { Summary } from './round.ts'
import { type Faces, nameIn } from './round-people.ts'
import { sayDear, sayRecruit } from './sentence.ts'

/** Whom to look for, and of whom to ask one more place. */
export function Recruiting({ say, faces, summary }: { say: Say; faces: Faces; summary: Summary }) {
  const { recruiting = [], dearest = [] } = summary
  if (recruiting.length + dearest.length === 0) return null
  return (
    <>
      <h2>{say('page.round.recruiting')}</h2>
      <ul>
        {recruiting.map((recruit) => (
          <li>{sayRecruit(say, recruit)}</li>
        ))}
        {dearest.map((dear) => (
          <li>{sayDear(say, dear, `\u2068${nameIn(faces, dear.mentorEnrolment)}\u2069`)}</li>
        ))}
      </ul>
    </>
  )
}
