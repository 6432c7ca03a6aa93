import type { Say } from '#ground/words'
import type { Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import type { Version } from './agreement.ts'

/** The whole text of an agreement: its goals, and its clauses in their order, the fixed ones in the pathway's own words. */
export function AgreementText({ say, agreement, version }: { say: Say; agreement: Pathway['agreement']; version: Version }) {
  return (
    <article>
      {agreement.goalsMax > 0 && version.goals.length > 0 ? (
        <>
          <h2>{say('page.agreement.goals')}</h2>
          <ol>
            {version.goals.map((goal) => (
              <li dir="auto">{goal}</li>
            ))}
          </ol>
        </>
      ) : null}
      {agreement.clauses.map(({ key, title, says, fixed }) => {
        const text = fixed ? sayTexts(say, says) : version.clauses[key]
        if (!text) return null
        return (
          <>
            <h2>{sayTexts(say, title)}</h2>
            <p class="letter" dir="auto">
              {text}
            </p>
          </>
        )
      })}
    </article>
  )
}
