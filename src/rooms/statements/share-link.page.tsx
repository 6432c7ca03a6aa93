import { coordinatedFunder } from '#funding/coordinated'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { When } from '#ui/when'
import { funderOfLinkRow, linksOf } from './link-reads.ts'
import { type FunderLink, limits } from './links.ts'

/** The links by which a funder sees its money, and the form that makes one. The link itself is shown once, where it was made. */
export async function shareLinkPage(db: Db, { say, params, query, formId, formSecret, baseUrl }: Asked, again?: Again): Promise<View> {
  const which = params.funder ?? found(await funderOfLinkRow(db, params.link ?? '')).funder
  const { funder } = await coordinatedFunder(db, which)
  const links = await linksOf(db, funder.id, limits.linksShownMax)
  const made = query.get('made')
  const isOpen = ({ until, endedAt }: FunderLink) => endedAt === null && Temporal.Instant.compare(until, db.now) > 0
  const body = (
    <>
      <p class="small">
        <a href={`/funders/${funder.id}`}>
          <Name name={funder.name} />
        </a>
      </p>
      <h1>{say('page.share-link.head')}</h1>
      <p>{say('page.share-link.lead')}</p>
      {made && /^[\w-]{20,40}$/.test(made) ? (
        <Notice kind="good">
          <p>{say('page.share-link.made')}</p>
          <p>
            <a href={`/funder/${made}`} dir="ltr">{`${baseUrl}/funder/${made}`}</a>
          </p>
        </Notice>
      ) : null}
      <ErrorSummary say={say} again={again} />
      <form method="post" action={`/funders/${funder.id}/links`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Hidden name="token" value={String(again?.values.token ?? formSecret)} />
        <TextField
          say={say}
          name="days"
          label={say('page.share-link.days')}
          hint={say('page.share-link.days-hint', { max: limits.linkDaysMax })}
          inputmode="numeric"
          value="365"
          short
          again={again}
        />
        <button type="submit">{say('page.share-link.make')}</button>
      </form>
      {links.length === 0 ? null : (
        <Table
          caption={say('page.share-link.so-far')}
          rows={links}
          columns={[
            { head: say('label.link.made'), rowHead: true, cell: ({ at }) => <When say={say} at={at} day /> },
            { head: say('label.link.until'), cell: ({ until, endedAt }) => <When say={say} at={endedAt ?? until} day /> },
            {
              head: say('label.link.now'),
              cell: (link) =>
                isOpen(link) ? (
                  <Button action={`/funder-links/${link.id}/ending`} label={say('page.share-link.end')} kind="quiet" little />
                ) : (
                  say('page.share-link.over')
                ),
            },
          ]}
        />
      )}
    </>
  )
  return { title: say('page.share-link.title', { name: funder.name }), body }
}
