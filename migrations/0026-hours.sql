-- The bank of hours: double entry in whole numbers, which only ever adds. It knows funders, holders and causes, and nothing of coaching.

-- `quantum` is the smallest step that money is split in, in minor units: AFN has two digits by ISO 4217 and nobody pays in pul.
create table banks (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid not null unique references programmes,
  name text not null check (length(name) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor_digits smallint not null check (minor_digits between 0 and 4),
  quantum bigint not null check (quantum between 1 and 1000000),
  step_minutes smallint not null check (step_minutes between 1 and 60),
  minutes_min smallint not null check (minutes_min between 1 and 240),
  opened_at timestamptz not null,
  opened_by uuid
);
create index banks_organisation on banks (organisation);

-- `client`: the client's own share, of which every holder pays their own. `budget`: the programme's own line; it has no share.
create table funders (
  id uuid primary key,
  bank uuid not null references banks,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('cash', 'client', 'budget')),
  position smallint not null check (position between 1 and 12),
  report_currency text not null check (report_currency ~ '^[A-Z]{3}$'),
  -- How many basis points of a cost it takes on beyond its share, where another is short and the bank lets others cover.
  covers_points int not null default 0 check (covers_points between 0 and 10000),
  unique (bank, position)
);
create unique index funders_one_client on funders (bank) where kind = 'client';
create unique index funders_one_budget on funders (bank) where kind = 'budget';

-- What an hour costs, from a day on. Hours that are reserved keep what they were reserved at.
create table tariffs (
  id uuid primary key,
  bank uuid not null references banks,
  per_hour bigint not null check (per_hour > 0),
  from_day date not null,
  at timestamptz not null,
  by uuid
);
create index tariffs_bank on tariffs (bank, from_day desc, at desc);

-- Who pays which part, from a day on; within a set by how many minutes somebody has used. The first set stands as the bank is opened,
-- any later one once a second person agrees.
create table share_sets (
  id uuid primary key,
  bank uuid not null references banks,
  position int not null check (position >= 1),
  from_day date not null,
  at timestamptz not null,
  by uuid,
  unique (bank, position)
);
create table share_set_agreements (
  share_set uuid primary key references share_sets,
  agreed boolean not null,
  at timestamptz not null,
  by uuid not null
);
create table share_bands (
  id uuid primary key,
  share_set uuid not null references share_sets,
  from_minutes int not null check (from_minutes between 0 and 100000),
  unique (share_set, from_minutes)
);
create table share_lines (
  band uuid not null references share_bands,
  funder uuid not null references funders,
  basis_points int not null check (basis_points between 1 and 10000),
  primary key (band, funder)
);

-- The rules of the bank beside its money: the latest version counts.
create table bank_terms (
  id uuid primary key,
  bank uuid not null references banks,
  version int not null check (version >= 1),
  terms jsonb not null check (jsonb_typeof(terms) = 'object'),
  -- How much a client may owe, in minor units; null is any amount.
  due_max bigint check (due_max >= 0),
  at timestamptz not null,
  by uuid,
  unique (bank, version)
);

-- Who may draw for a holder: a client and their coach. The latest row counts.
create table drawers (
  id uuid primary key,
  bank uuid not null references banks,
  holder uuid not null,
  person uuid not null references people,
  may boolean not null,
  at timestamptz not null,
  by uuid
);
create index drawers_person on drawers (person, bank, holder, at desc);
create index drawers_holder on drawers (bank, holder);

-- One unit each. The balance is written by the legs alone.
create table accounts (
  id uuid primary key,
  bank uuid not null references banks,
  kind text not null check (kind in ('from', 'cash', 'reserved', 'spent', 'delivered', 'payable', 'paid', 'in-kind', 'in-kind-from',
    'bridged', 'pledged', 'pledged-from', 'planned', 'pool', 'allotted', 'held', 'used', 'lost')),
  unit text not null check (unit = 'minutes' or unit ~ '^[A-Z]{3}$'),
  funder uuid references funders,
  holder uuid,
  band uuid references share_bands,
  floor bigint,
  ceiling bigint,
  balance bigint not null default 0,
  unique nulls not distinct (bank, kind, unit, funder, holder, band),
  constraint accounts_floor check (floor is null or balance >= floor),
  constraint accounts_ceiling check (ceiling is null or balance <= ceiling)
);
create index accounts_holder on accounts (bank, holder);

-- The head of each bank's chain: the row that whoever writes holds first.
create table bank_heads (
  bank uuid primary key references banks,
  sequence bigint not null,
  hash bytea not null check (octet_length(hash) = 32)
);

-- `lines` are the legs, one to a line in the order of their accounts: an entry comes whole, in one row, or not at all.
-- `asked` is the hash of what its verb was asked for: the same id again is the same entry, or another.
create table entries (
  id uuid primary key,
  bank uuid not null references banks,
  sequence bigint not null,
  kind text not null check (kind in ('pledge', 'deposit', 'in-kind', 'bridge', 'waive', 'allot', 'reserve', 'spend', 'release', 'expire', 'reverse', 'adjust',
    'pay', 'return', 'close')),
  at timestamptz not null,
  day date not null,
  by uuid,
  cause text not null default '' check (length(cause) <= 200 and cause !~ '[[:cntrl:]]'),
  holder uuid,
  reference text not null default '' check (length(reference) <= 200 and reference !~ '[[:cntrl:]]'),
  reason text not null default '' check (length(reason) <= 500 and reason !~ '[[:cntrl:]]'),
  rule text not null default '' check (length(rule) <= 4000 and rule !~ '[[:cntrl:]]'),
  reverses uuid references entries,
  resolves uuid references entries,
  asked bytea not null check (octet_length(asked) = 32),
  lines text not null check (length(lines) <= 20000),
  hash bytea not null,
  unique (bank, sequence),
  constraint entries_reversed_once unique (reverses)
);
create index entries_resolves on entries (resolves) where resolves is not null;
create index entries_cause on entries (bank, cause);
-- A correction that was agreed to is made once.
create unique index entries_adjusted_once on entries (bank, cause) where kind = 'adjust';
create index entries_holder on entries (bank, holder, sequence);
create index entries_day on entries (bank, day);

create table legs (
  entry uuid not null references entries,
  account uuid not null references accounts,
  amount bigint not null check (amount <> 0),
  sequence bigint not null,
  balance_after numeric not null,
  primary key (entry, account)
);
create index legs_account on legs (account, sequence);

-- A day up to which nothing more is entered.
create table closings (
  id uuid primary key references entries,
  bank uuid not null references banks,
  through date not null,
  unique (bank, through)
);

-- A correction by hand, which counts once a second person agrees: the entry names it as its cause.
create table adjustments (
  id uuid primary key,
  bank uuid not null references banks,
  lines text not null check (length(lines) between 1 and 20000),
  reason text not null check (length(reason) between 1 and 500 and reason !~ '[[:cntrl:]]'),
  day date not null,
  at timestamptz not null,
  by uuid not null
);
create table adjustment_refusals (
  adjustment uuid primary key references adjustments,
  at timestamptz not null,
  by uuid not null
);
create index adjustments_bank on adjustments (bank, at desc);

do $$ declare t text; begin
  foreach t in array array['banks', 'funders', 'tariffs', 'share_sets', 'share_set_agreements', 'share_bands', 'share_lines', 'bank_terms',
                           'drawers', 'entries', 'legs', 'closings', 'adjustments', 'adjustment_refusals'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('create trigger %I before truncate on %I execute function scope.refuse_change()', t || '_never_empty', t);
  end loop;
  foreach t in array array['accounts', 'bank_heads'] loop
    execute format('create trigger %I before delete on %I for each row execute function scope.refuse_change()', t || '_stay', t);
    execute format('create trigger %I before truncate on %I execute function scope.refuse_change()', t || '_never_empty', t);
  end loop;
  foreach t in array array['banks', 'funders', 'tariffs', 'share_sets', 'share_set_agreements', 'share_bands', 'share_lines', 'bank_terms',
                           'drawers', 'accounts', 'bank_heads', 'entries', 'legs', 'closings', 'adjustments', 'adjustment_refusals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

-- A balance and a head change by an entry alone: below its triggers, and nowhere else, whoever asks.
create function refuse_by_hand() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception '% is written by entries alone', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger accounts_by_entries before update on accounts for each row execute function refuse_by_hand();
create trigger bank_heads_by_entries before update on bank_heads for each row execute function refuse_by_hand();
create trigger legs_by_entries before insert on legs for each row execute function refuse_by_hand();
create trigger closings_by_entries before insert on closings for each row execute function refuse_by_hand();

create function begin_bank() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into bank_heads (bank, sequence, hash) values (new.id, 0, decode(repeat('00', 32), 'hex'));
  return null;
end $$;
create trigger banks_begin after insert on banks for each row execute function begin_bank();

-- What an account may hold follows from its kind.
create function bound_account() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of_bank banks%rowtype;
  of_kind text;
begin
  select * into strict of_bank from banks where id = new.bank;
  select kind into of_kind from funders where id = new.funder and bank = new.bank;
  if new.funder is not null and of_kind is null then
    raise exception 'a funder of another bank' using errcode = 'foreign_key_violation', constraint = 'accounts_own_funder';
  end if;
  if (new.unit = 'minutes') <> (new.kind in ('planned', 'pool', 'allotted', 'held', 'used', 'lost'))
    or (new.unit not in ('minutes', of_bank.currency) and new.kind not in ('pledged', 'pledged-from')) then
    raise exception 'not the unit of this kind' using errcode = 'check_violation', constraint = 'accounts_unit';
  end if;
  if new.kind = 'cash' and (new.holder is not null) <> (of_kind = 'client') then
    raise exception 'each client has their own' using errcode = 'check_violation', constraint = 'accounts_holder';
  end if;
  new.balance := 0;
  -- What a client owes is bounded as it grows, see write_legs: the bound may change, and what is owed stays owed.
  new.floor := case when new.kind in ('from', 'in-kind-from', 'bridged', 'pledged-from', 'planned', 'payable', 'paid') then null
    when new.kind = 'cash' and of_kind = 'client' then null else 0 end;
  new.ceiling := case when new.kind in ('in-kind-from', 'bridged', 'pledged-from', 'planned', 'payable', 'paid') then 0 end;
  return new;
end $$;
create trigger accounts_bound before insert on accounts for each row execute function bound_account();

-- Shares add up to the whole, and a second person agrees to changed ones.
create function whole_shares() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select sum(basis_points) from share_lines where band = new.band) <> 10000
    or exists (select 1 from share_lines l join share_bands b on b.id = l.band join share_sets s on s.id = b.share_set
      join funders f on f.id = l.funder where l.band = new.band and (f.bank <> s.bank or f.kind = 'budget')) then
    raise exception 'shares must add up to the whole' using errcode = 'check_violation', constraint = 'shares_whole';
  end if;
  return null;
end $$;
create constraint trigger share_lines_whole after insert on share_lines deferrable initially deferred
  for each row execute function whole_shares();

create function second_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select by from share_sets where id = new.share_set) is not distinct from new."by" then
    raise exception 'a second person agrees' using errcode = 'check_violation', constraint = 'second_person';
  end if;
  return new;
end $$;
create trigger share_set_agreements_second before insert on share_set_agreements for each row execute function second_person();

create function scope.is_drawer(which uuid, whose uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.person() is not null and coalesce((
    select d.may from drawers d where d.bank = which and d.holder = whose and d.person = scope.person() order by d.at desc, d.id desc limit 1), false)
$$;
create function scope.keeps_bank(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.house() or exists (select 1 from banks where id = which and programme = any (scope.programmes()))
$$;
create function scope.sees_bank(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.keeps_bank(which) or exists (
    select 1 from (select distinct on (d.holder) d.may from drawers d where d.bank = which and d.person = scope.person()
      order by d.holder, d.at desc, d.id desc) mine where mine.may)
$$;

-- The canonical text of an entry, and its hash over the hash of the one before.
create function chained(e entries, before bytea) returns bytea language sql stable as $$
  select sha256(convert_to(concat_ws(E'\n', 'lampline-entry/1', e.bank, e.sequence, e.id, e.kind,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), to_char(e.day, 'YYYY-MM-DD'), coalesce(e.by::text, ''), e.cause,
    coalesce(e.holder::text, ''), e.reference, e.reason, e.rule, coalesce(e.reverses::text, ''), coalesce(e.resolves::text, ''), e.lines,
    encode(before, 'hex')), 'UTF8'))
$$;

create function begin_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head bank_heads%rowtype;
  other entries%rowtype;
  opposite text;
begin
  select * into strict head from bank_heads where bank = new.bank for update;
  new.sequence := head.sequence + 1;
  if new.day <= (select max(through) from closings where bank = new.bank) then
    raise exception 'that period is closed' using errcode = 'check_violation', constraint = 'entries_open_period';
  end if;
  if new.resolves is not null then
    select * into strict other from entries where id = new.resolves;
    if other.bank <> new.bank or other.kind <> 'reserve' or new.kind not in ('spend', 'release', 'expire')
      or other.holder is distinct from new.holder then
      raise exception 'only what was reserved is resolved' using errcode = 'check_violation', constraint = 'entries_resolves_reserve';
    end if;
    if exists (select 1 from entries e where e.resolves = new.resolves and not exists (select 1 from entries r where r.reverses = e.id))
      or exists (select 1 from entries r where r.reverses = new.resolves) then
      raise exception 'it is resolved already' using errcode = 'unique_violation', constraint = 'entries_resolved_once';
    end if;
  elsif new.kind in ('spend', 'release', 'expire') and new.resolves is null then
    raise exception 'of which reservation?' using errcode = 'check_violation', constraint = 'entries_resolves_reserve';
  end if;
  if (new.kind = 'reverse') <> (new.reverses is not null) then
    raise exception 'a reversal reverses an entry' using errcode = 'check_violation', constraint = 'entries_reverses';
  end if;
  if new.reverses is not null then
    select * into strict other from entries where id = new.reverses;
    select string_agg(account || ' ' || -amount, E'\n' order by account) into opposite from legs where entry = new.reverses;
    if other.bank <> new.bank or other.kind in ('reverse', 'close') or opposite is distinct from new.lines then
      raise exception 'a reversal is the stored legs, turned round' using errcode = 'check_violation', constraint = 'entries_opposite';
    end if;
    if exists (select 1 from entries e where e.resolves = new.reverses
      and not exists (select 1 from entries r where r.reverses = e.id)) then
      raise exception 'it is resolved' using errcode = 'unique_violation', constraint = 'entries_resolved_once';
    end if;
  end if;
  if new.kind = 'adjust' and not exists (select 1 from adjustments a where 'adjustment:' || a.id = new.cause and a.bank = new.bank
    and a.by <> new."by" and a.lines = new.lines and not exists (select 1 from adjustment_refusals where adjustment = a.id)) then
    raise exception 'a second person agrees' using errcode = 'check_violation', constraint = 'second_person';
  end if;
  new.hash := chained(new, head.hash);
  update bank_heads set sequence = new.sequence, hash = new.hash where bank = new.bank;
  return new;
end $$;
create trigger entries_begin before insert on entries for each row execute function begin_entry();

-- What waivers for a holder have moved on an account so far, reversed ones left out.
create function waived_on(which uuid, whose uuid) returns numeric language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(l.amount), 0) from legs l join entries e on e.id = l.entry left join entries o on o.id = e.reverses
  where l.account = which and e.holder = whose and 'waive' in (e.kind, o.kind)
$$;
-- Writes the legs of an entry and, with them, the balances; refuses an entry that does not balance in each unit.
create function write_legs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  line text;
  which uuid;
  before uuid;
  change bigint;
  kept accounts%rowtype;
  due bigint;
  units jsonb := '{}';
begin
  if new.kind = 'close' then
    if new.lines <> '' then raise exception 'a closing moves nothing' using errcode = 'check_violation', constraint = 'entries_lines'; end if;
    insert into closings (id, bank, through) values (new.id, new.bank, new.day);
    return null;
  end if;
  foreach line in array string_to_array(new.lines, E'\n') loop
    which := split_part(line, ' ', 1)::uuid;
    change := split_part(line, ' ', 2)::bigint;
    if line <> which || ' ' || change or (before is not null and which <= before) then
      raise exception 'lines in order, each once' using errcode = 'check_violation', constraint = 'entries_lines';
    end if;
    before := which;
    update accounts set balance = balance + change where id = which and bank = new.bank returning * into kept;
    if not found then
      raise exception 'an account of another bank' using errcode = 'foreign_key_violation', constraint = 'legs_own_account';
    end if;
    if change < 0 and kept.balance < 0 and kept.kind = 'cash' and kept.holder is not null then
      select t.due_max into due from bank_terms t where t.bank = new.bank order by version desc limit 1;
      if due is not null and kept.balance < -due and new.kind <> 'reverse' then
        raise exception 'more than a client may owe' using errcode = 'check_violation', constraint = 'accounts_due';
      end if;
    end if;
    -- What a funder paid in a client's stead goes back to that funder alone, and no more of it than was paid.
    if new.kind = 'waive' and (kept.kind <> 'cash' or (kept.holder is null and change + waived_on(which, new.holder) > 0))
      or new.kind = 'return' and kept.kind = 'cash' and kept.holder is not null and kept.balance < waived_on(which, kept.holder) then
      raise exception 'not what was waived' using errcode = 'check_violation', constraint = 'entries_waived';
    end if;
    if kept.kind = 'bridged' and change < 0 and new.kind not in ('bridge', 'reverse') then
      raise exception 'money is lent by a bridge alone' using errcode = 'check_violation', constraint = 'accounts_bridged';
    end if;
    insert into legs (entry, account, amount, sequence, balance_after) values (new.id, which, change, new.sequence, kept.balance);
    units := jsonb_set(units, array[kept.unit], to_jsonb(coalesce((units ->> kept.unit)::numeric, 0) + change));
  end loop;
  if exists (select 1 from jsonb_each_text(units) where value::numeric <> 0) or units = '{}' then
    raise exception 'an entry adds up to nothing in each unit' using errcode = 'check_violation', constraint = 'entries_balanced';
  end if;
  return null;
end $$;
create trigger entries_legs after insert on entries for each row execute function write_legs();

-- Holds a bank for the rest of the transaction, and answers what it stands at then, all at once, since everybody else waits: the bank and
-- its funders, through when it is closed, what the entry of this id was asked for, the accounts of all and of one holder. Null where the
-- asker may not write.
create function scope.open_books(which uuid, whose uuid, of_entry uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (scope.keeps_bank(which) or scope.is_drawer(which, whose)) then return null; end if;
  -- Whoever writes comes one after another, first come first served: the line at a locked row is not a fair one.
  perform pg_advisory_xact_lock(hashtextextended(which::text, 26));
  -- A statement of its own, so that it sees what was committed while this one waited.
  return jsonb_build_object(
    'bank', (select jsonb_build_object('id', id, 'organisation', organisation, 'programme', programme, 'name', name, 'currency', currency,
        'minorDigits', minor_digits, 'quantum', quantum::text, 'stepMinutes', step_minutes, 'minutesMin', minutes_min, 'openedAt', opened_at)
      from banks where id = which),
    'funders', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'bank', bank, 'name', name, 'kind', kind, 'position', position,
        'reportCurrency', report_currency, 'coversPoints', covers_points) order by position), '[]') from funders where bank = which),
    'closedThrough', (select max(through) from closings where bank = which),
    'asked', (select encode(asked, 'hex') from entries where id = of_entry),
    'accounts', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'unit', unit, 'funder', funder, 'holder', holder,
        'band', band, 'floor', floor::text, 'balance', balance::text)), '[]')
      from accounts where bank = which and (holder is null or holder = whose)));
end $$;

-- The account of this kind, opened where it is not there yet; whoever may draw may name it without seeing what it stands at.
create function scope.account_of(which uuid, of_kind text, of_unit text, of_funder uuid, of_holder uuid, of_band uuid, new_id uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known uuid;
begin
  if not scope.sees_bank(which) then raise exception 'not your bank' using errcode = 'insufficient_privilege'; end if;
  insert into accounts (id, bank, kind, unit, funder, holder, band) values (new_id, which, of_kind, of_unit, of_funder, of_holder, of_band)
    on conflict (bank, kind, unit, funder, holder, band) do nothing;
  select id into strict known from accounts where bank = which and kind = of_kind and unit = of_unit
    and funder is not distinct from of_funder and holder is not distinct from of_holder and band is not distinct from of_band;
  return known;
end $$;

create policy banks_read on banks for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or scope.sees_bank(id));
create policy banks_add on banks for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
do $$ declare t text; begin
  foreach t in array array['funders', 'tariffs', 'share_sets', 'bank_terms'] loop
    execute format('create policy %I on %I for select to lampline_app using (scope.sees_bank(bank))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.keeps_bank(bank)
      and (%s))', t || '_add', t, case when t = 'funders' then 'true' else '(select scope.house()) or by = (select scope.person())' end);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;
create policy share_set_agreements_read on share_set_agreements for select to lampline_app using (
  exists (select 1 from share_sets s where s.id = share_set));
create policy share_set_agreements_add on share_set_agreements for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from share_sets s where s.id = share_set and scope.keeps_bank(s.bank)));
create policy share_bands_read on share_bands for select to lampline_app using (exists (select 1 from share_sets s where s.id = share_set));
create policy share_bands_add on share_bands for insert to lampline_app with check (
  exists (select 1 from share_sets s where s.id = share_set and scope.keeps_bank(s.bank)));
create policy share_lines_read on share_lines for select to lampline_app using (exists (select 1 from share_bands b where b.id = band));
create policy share_lines_add on share_lines for insert to lampline_app with check (
  exists (select 1 from share_bands b join share_sets s on s.id = b.share_set where b.id = band and scope.keeps_bank(s.bank)));
create policy drawers_read on drawers for select to lampline_app using (
  person = (select scope.person()) or scope.keeps_bank(bank));
create policy drawers_add on drawers for insert to lampline_app with check (scope.keeps_bank(bank));
create policy accounts_read on accounts for select to lampline_app using (
  scope.keeps_bank(bank) or case when holder is null then scope.sees_bank(bank)
    else scope.is_drawer(bank, holder) or (holder = (select scope.person()) and scope.sees_bank(bank)) end);
create policy bank_heads_read on bank_heads for select to lampline_app using (scope.keeps_bank(bank));
create policy entries_read on entries for select to lampline_app using (scope.keeps_bank(bank) or scope.is_drawer(bank, holder));
create policy entries_add on entries for insert to lampline_app with check (
  scope.keeps_bank(bank) or (kind in ('reserve', 'spend', 'release') and scope.is_drawer(bank, holder)));
create policy legs_read on legs for select to lampline_app using (exists (select 1 from entries e where e.id = entry));
create policy closings_read on closings for select to lampline_app using (scope.sees_bank(bank));
create policy adjustments_read on adjustments for select to lampline_app using (scope.keeps_bank(bank));
create policy adjustments_add on adjustments for insert to lampline_app with check (
  scope.keeps_bank(bank) and by = (select scope.person()));
create policy adjustment_refusals_read on adjustment_refusals for select to lampline_app using (
  exists (select 1 from adjustments a where a.id = adjustment));
create policy adjustment_refusals_add on adjustment_refusals for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from adjustments a where a.id = adjustment and scope.keeps_bank(a.bank)));
grant select, insert on banks, share_set_agreements, share_bands, share_lines, drawers, entries, adjustments, adjustment_refusals
  to lampline_app;
grant select on accounts, bank_heads, legs, closings to lampline_app;
