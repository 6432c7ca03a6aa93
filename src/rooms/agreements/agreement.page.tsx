import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { correspondentsOf } from '#partnerships/correspondent'
import { apart } from '#partnerships/letters'
import { findPartnership } from '#partnerships/reads'
import type { Pathway } from '#programmes/pathway'
import { sayTexts } from '#programmes/pathway-forms'
import { pathwayOf } from '#programmes/pathway-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { changedSince, type Signature, type Signer, type Standing, standingOf, type Version } from './agreement.ts'
import { signaturesOf, versionsOf } from './agreement-reads.ts'
import { AgreementText } from './agreement-text.tsx'
import { signerOf } from './sign-agreement.ts'

type Agreement = Pathway['agreement']

/** The agreement as it stands, to be read whole, printed, and signed. */
export async function agreementPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const pair = found(await findPartnership(db, params.partnership ?? ''))
  const { agreement, sides } = await pathwayOf(db, pair.programme)
  const signer = signerOf(db, pair, agreement.signedBy)
  const people = await correspondentsOf(db, [pair.mentor, pair.mentee])
  const versions = await versionsOf(db, pair.id)
  const signatures = await signaturesOf(db, pair.id)
  const standing = standingOf(agreement.signedBy, versions, signatures)
  const nameOf = (one: Signer) => (one === 'coordinator' ? say('page.agreement.programme') : apart(people.get(pair[one])?.name ?? '–'))
  const title = say('page.agreement.title', { mentor: nameOf('mentor'), mentee: nameOf('mentee') })
  const mine = signedBefore(signer, versions, signatures)
  const body = (
    <>
      <p class="small">
        <a href={`/partnerships/${pair.id}`}>{say('page.agreement.back')}</a>
      </p>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <Stand
        say={say}
        standing={standing}
        signer={signer}
        changed={mine && standing.newest ? changedSince(mine, standing.newest) : []}
        agreement={agreement}
      />
      {standing.newest === undefined ? null : <AgreementText say={say} agreement={agreement} version={standing.newest} />}
      <Signatures say={say} agreement={agreement} standing={standing} nameOf={nameOf} sides={sides} />
      {standing.newest && !standing.newest.isReadable ? <p>{say('refusal.agreements.unreadable')}</p> : null}
      {standing.newest?.isReadable && standing.missing.includes(signer) && pair.endedAt === null ? (
        <div class="deeds">
          <Button
            action={`/partnerships/${pair.id}/agreement/signatures`}
            label={say('page.agreement.sign')}
            fields={{ version: standing.newest.id }}
          />
        </div>
      ) : null}
      {signer === 'coordinator' || pair.endedAt !== null ? null : (
        <p>
          <a class={standing.newest ? 'button second' : 'button'} href={`/partnerships/${pair.id}/agreement/text`}>
            {say(standing.newest ? 'page.agreement.change' : 'page.agreement.write')}
          </a>
        </p>
      )}
    </>
  )
  return { title, body }
}

/** The version that a signer signed last. */
function signedBefore(signer: Signer, versions: readonly Version[], signatures: readonly Signature[]): Version | undefined {
  const last = signatures.findLast((one) => one.signer === signer)
  return versions.find(({ id }) => id === last?.version)
}

type StandProps = { say: Say; standing: Standing; signer: Signer; changed: readonly string[]; agreement: Agreement }

function Stand({ say, standing, signer, changed, agreement }: StandProps) {
  if (standing.newest === undefined) return <p>{say('page.agreement.none')}</p>
  if (standing.missing.length === 0) return null
  const titles = agreement.clauses.filter(({ key }) => changed.includes(key)).map(({ title }) => sayTexts(say, title))
  const named = changed.includes('goals') ? [...titles, say('page.agreement.goals')] : titles
  return (
    <Notice kind="wait">
      <p>{say(standing.missing.includes(signer) ? 'page.agreement.waits-you' : 'page.agreement.waits-other')}</p>
      {named.length > 0 ? <p>{say('page.agreement.changed', { clauses: say.list(named) })}</p> : null}
      {agreement.signedBy.includes('coordinator') ? <p>{say('page.agreement.three-way')}</p> : null}
    </Notice>
  )
}

type SignaturesProps = {
  say: Say
  agreement: Agreement
  standing: Standing
  nameOf: (signer: Signer) => string
  sides: Pathway['sides']
}

function Signatures({ say, agreement, standing, nameOf, sides }: SignaturesProps) {
  if (standing.newest === undefined) return null
  return (
    <>
      <h2>{say('page.agreement.signatures')}</h2>
      <p class="small soft">{say('page.agreement.version', { nth: standing.newest.nth })}</p>
      <ul>
        {agreement.signedBy.map((signer) => {
          const signed = standing.signatures.find((one) => one.signer === signer)
          return (
            <li>
              {nameOf(signer)} {signer === 'coordinator' ? null : <>({sayTexts(say, sides[signer])})</>}:{' '}
              {signed ? <When say={say} at={signed.at} /> : say('page.agreement.unsigned')}
            </li>
          )
        })}
      </ul>
    </>
  )
}
