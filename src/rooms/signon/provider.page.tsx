import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { mustAdminister } from '#people/role-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, TextField, Tick } from '#ui/field'
import { Notice } from '#ui/notice'
import { When } from '#ui/when'
import { callbackOf, type Provider } from './provider.ts'
import { nameOf, providerOf } from './reads.ts'

/** An organisation's own way in: what to enter here, and what to enter at the provider. */
export async function providerPage(db: Db, { say, me, params, baseUrl, formId }: Asked, again?: Again): Promise<View> {
  const organisation = found(params.organisation ?? me?.organisation)
  await mustAdminister(db, organisation)
  const provider = await providerOf(db, organisation)
  const name = await nameOf(db, organisation)
  const title = say('page.provider.title')
  const base = `/organisations/${organisation}/sign-on`
  const body = (
    <>
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {provider ? <InForce say={say} provider={provider} baseUrl={baseUrl} base={base} /> : <p>{say('page.provider.lead')}</p>}
      <form method="post" action={base}>
        <Hidden name="id" value={formId} />
        <TextField
          say={say}
          name="name"
          label={say('page.signon.name')}
          hint={say('page.provider.name-hint')}
          value={name ?? ''}
          short
          required
          again={again}
        />
        <p>
          {say('page.provider.redirect')} <bdi dir="ltr">{callbackOf(baseUrl, name ?? '…')}</bdi>
        </p>
        <TextField
          say={say}
          name="issuer"
          label={say('page.provider.issuer')}
          hint={say('page.provider.issuer-hint')}
          type="url"
          value={provider?.issuer ?? ''}
          required
          again={again}
        />
        <TextField say={say} name="client" label={say('page.provider.client')} value={provider?.client ?? ''} required again={again} />
        <TextField
          say={say}
          name="secret"
          label={say('page.provider.secret')}
          hint={say(provider ? 'page.provider.secret-kept' : 'page.provider.secret-hint')}
          seen={say('page.provider.secret-seen')}
          optional={provider !== undefined}
          again={again}
        />
        <Radios
          say={say}
          name="found"
          label={say('page.provider.found')}
          value={provider?.codeClaim ? 'code' : 'address'}
          choices={(['address', 'code'] as const).map((value) => ({ value, label: say(`page.provider.found.${value}`) }))}
          again={again}
        />
        <TextField
          say={say}
          name="claim"
          label={say('page.provider.claim')}
          hint={say('page.provider.claim-hint')}
          value={provider?.codeClaim ?? ''}
          short
          optional
          again={again}
        />
        <Tick
          say={say}
          name="isStrong"
          label={say('page.provider.strong')}
          hint={say('page.provider.strong-hint')}
          ticked={provider?.isStrong ?? false}
          again={again}
        />
        <Tick
          say={say}
          name="isOnly"
          label={say('page.provider.only')}
          hint={say('page.provider.only-hint')}
          ticked={provider?.isOnly ?? false}
          again={again}
        />
        <button type="submit">{say('page.provider.save')}</button>
      </form>
    </>
  )
  return { title, body }
}

type InForceProps = { say: Asked['say']; provider: Provider; baseUrl: string; base: string }

function InForce({ say, provider, baseUrl, base }: InForceProps) {
  const link = `${baseUrl}/sign-in/with/${provider.name}`
  return (
    <>
      <Notice kind="good">
        <p>
          {say('page.provider.in-force')} <When say={say} at={provider.at} day />
        </p>
        <p>
          {say('page.provider.link')} <a href={link}>{link}</a>
        </p>
      </Notice>
      <Button action={`${base}/ending`} label={say('page.provider.end')} kind="quiet" />
    </>
  )
}
