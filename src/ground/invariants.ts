import { ledgerInvariants } from './ledger-invariants.ts'

/** A rule of the live database: what it says, and a query that answers the rows that break it, each as `broken`. */
export type Invariant = { says: string; breaks: string }

const ours = "n.nspname = 'public' and c.relname not in ('migrations', 'migrations_lock', 'migration_hashes')"

export const invariants: readonly Invariant[] = [
  {
    says: 'Every table has row-level security, forced',
    breaks: `select c.relname as broken from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    says: 'Every view asks with the rights of who looks',
    breaks: `select c.relname as broken from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind in ('v', 'm') and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`,
  },
  {
    says: 'The application role owns nothing, and no wall lets it past',
    breaks: `select c.relname as broken from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'lampline_app'
      union all select rolname from pg_roles where rolname = 'lampline_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
      union all select 'lampline_app has no role' where not exists (select 1 from pg_roles where rolname = 'lampline_app')`,
  },
  {
    says: 'The application role may change nothing that only adds',
    breaks: `select t as broken from unnest(array['diary', 'partnership_answers', 'partnership_ends', 'partnership_end_reasons',
        'round_ends', 'mail_outcomes', 'concerns', 'concern_tellings', 'concern_disclosures', 'concern_messages', 'concern_notes',
        'concern_holds', 'concern_lifts', 'concern_lift_confirmations', 'concern_ends', 'banks', 'funders', 'tariffs', 'share_sets',
        'share_set_agreements', 'share_bands', 'share_lines', 'bank_terms', 'drawers', 'accounts', 'bank_heads', 'entries', 'legs',
        'closings', 'adjustments', 'adjustment_refusals']) t
      where has_table_privilege('lampline_app', t, 'update') or has_table_privilege('lampline_app', t, 'delete')
        or has_table_privilege('lampline_app', t, 'truncate')`,
  },
  {
    says: 'A destroyed key is gone',
    breaks: 'select k.owner::text as broken from content_keys k join content_key_ends e on e.owner = k.owner',
  },
  {
    says: 'No letter was written twice',
    breaks: `select min(id::text) as broken from mails group by kind, about, recipient, version having count(*) > 1`,
  },
  ...ledgerInvariants,
]
