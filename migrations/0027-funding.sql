-- Money as it comes in: said, signed, planned, received; what is given in kind, in its own column; and what is given back.

-- What a funder says that it will give. It binds nobody.
create table pledges (
  id uuid primary key references entries,
  bank uuid not null references banks,
  funder uuid not null references funders,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor_digits smallint not null check (minor_digits between 0 and 4),
  amount bigint not null check (amount > 0),
  said_on date not null,
  reference text not null check (length(reference) between 1 and 150),
  at timestamptz not null,
  by uuid
);

-- What a funder has signed.
create table commitments (
  id uuid primary key,
  bank uuid not null references banks,
  funder uuid not null references funders,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor_digits smallint not null check (minor_digits between 0 and 4),
  amount bigint not null check (amount > 0),
  signed_on date not null,
  reference text not null check (length(reference) between 1 and 150),
  at timestamptz not null,
  by uuid
);

-- What is to come of a commitment by which day, in the commitment's currency; and what must be so before it is paid.
create table tranches (
  id uuid primary key,
  bank uuid not null references banks,
  commitment uuid not null references commitments,
  position smallint not null check (position between 1 and 24),
  amount bigint not null check (amount > 0),
  due_on date not null,
  condition text check (length(condition) between 1 and 500),
  at timestamptz not null,
  by uuid,
  unique (commitment, position)
);
create table tranche_conditions (
  tranche uuid primary key references tranches,
  met_on date not null,
  words text check (length(words) between 1 and 500),
  at timestamptz not null,
  by uuid
);

-- Money that came: what was paid, and what it came to in the bank's currency at the rate of its day; never valued again.
-- `report_amount` is what it was in the currency that its funder reads. `number` is the house's own, on the receipt that is given out.
create table receipts (
  id uuid primary key references entries,
  bank uuid not null references banks,
  funder uuid not null references funders,
  holder uuid,
  tranche uuid references tranches,
  number int not null check (number >= 1),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minor_digits smallint not null check (minor_digits between 0 and 4),
  amount bigint not null check (amount > 0),
  rate text check (length(rate) between 1 and 24),
  rate_source text check (length(rate_source) between 1 and 150),
  ledger_amount bigint not null check (ledger_amount > 0),
  report_currency text not null check (report_currency ~ '^[A-Z]{3}$'),
  report_digits smallint not null check (report_digits between 0 and 4),
  report_amount bigint not null check (report_amount > 0),
  report_rate text check (length(report_rate) between 1 and 24),
  value_date date not null,
  payer text not null check (length(payer) between 1 and 200),
  reference text check (length(reference) between 1 and 150),
  at timestamptz not null,
  by uuid,
  unique (bank, number),
  constraint receipts_rate check ((rate is null) = (rate_source is null))
);
create index receipts_funder on receipts (funder, value_date);
create index receipts_tranche on receipts (tranche) where tranche is not null;
create index receipts_holder on receipts (bank, holder) where holder is not null;

-- Lent by the programme until a signed tranche comes: its entry is cash of that funder, and its next receipts pay it back first.
-- `rate` is what the tranche's currency is counted at, where that is not the bank's.
create table bridges (
  id uuid primary key references entries,
  bank uuid not null references banks,
  funder uuid not null references funders,
  tranche uuid not null references tranches,
  amount bigint not null check (amount > 0),
  rate text check (rate ~ '^[0-9]{1,9}(\.[0-9]{1,10})?$'),
  rate_source text check (length(rate_source) between 1 and 150),
  lent_on date not null,
  reference text not null check (length(reference) between 1 and 150),
  at timestamptz not null,
  by uuid,
  constraint bridges_rate check ((rate is null) = (rate_source is null))
);
create index bridges_tranche on bridges (tranche);

-- Given otherwise than in money, in the bank's currency by a method that is written down. It counts once a second person agrees.
create table contributions (
  id uuid primary key,
  bank uuid not null references banks,
  funder uuid not null references funders,
  description text not null check (length(description) between 1 and 500),
  method text not null check (length(method) between 1 and 500),
  amount bigint not null check (amount > 0),
  given_on date not null,
  at timestamptz not null,
  by uuid not null
);
create table contribution_decisions (
  contribution uuid primary key references contributions,
  agreed boolean not null,
  at timestamptz not null,
  by uuid not null
);

-- Unspent money that went back to who paid it.
create table money_returns (
  id uuid primary key references entries,
  bank uuid not null references banks,
  funder uuid not null references funders,
  holder uuid,
  amount bigint not null check (amount > 0),
  returned_on date not null,
  payee text not null check (length(payee) between 1 and 200),
  reference text not null check (length(reference) between 1 and 150),
  at timestamptz not null,
  by uuid
);

-- A row names a funder of its own bank.
create function scope.same_bank() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from funders where id = new.funder and bank = new.bank) then
    raise exception 'a funder of another bank' using errcode = 'foreign_key_violation', constraint = 'own_funder';
  end if;
  return new;
end $$;

-- A row says what its entry moved, on the funder's accounts of one kind: no receipt without its money, and none of another amount.
create function scope.same_as_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said bigint := (to_jsonb(new) ->> tg_argv[1])::bigint * tg_argv[2]::int;
begin
  if said is distinct from (select sum(l.amount) from legs l join accounts a on a.id = l.account
    where l.entry = new.id and a.bank = new.bank and a.funder = new.funder and a.kind = any (string_to_array(tg_argv[0], ' '))) then
    raise exception 'not what the entry moved' using errcode = 'check_violation', constraint = 'same_as_entry';
  end if;
  return new;
end $$;
create trigger pledges_same_as_entry before insert on pledges
  for each row execute function scope.same_as_entry('pledged', 'amount', '1');
create trigger receipts_same_as_entry before insert on receipts
  for each row execute function scope.same_as_entry('cash bridged', 'ledger_amount', '1');
create trigger bridges_same_as_entry before insert on bridges
  for each row execute function scope.same_as_entry('cash', 'amount', '1');
create trigger money_returns_same_as_entry before insert on money_returns
  for each row execute function scope.same_as_entry('cash', 'amount', '-1');

-- Lent against what was signed and is due soon, up to the bank's part of it; and nothing is lent otherwise.
create function bound_bridge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  due date;
  worth numeric;
  lent numeric;
  days int;
  percent int;
begin
  select t.due_on, t.amount * coalesce(new.rate::numeric, 1) * power(10::numeric, b.minor_digits - c.minor_digits)
    into due, worth from tranches t join commitments c on c.id = t.commitment join banks b on b.id = c.bank
    where t.id = new.tranche and c.funder = new.funder and (c.currency = b.currency) = (new.rate is null);
  select (terms ->> 'bridgeDaysMax')::int, (terms ->> 'bridgePercentMax')::int into days, percent
    from bank_terms where bank = new.bank order by version desc limit 1;
  select coalesce(sum(amount), 0) into lent from bridges
    where tranche = new.tranche and not exists (select 1 from entries e where e.reverses = bridges.id);
  if due is null or new.lent_on not between due - days and due or (lent + new.amount) * 100 > worth * percent then
    raise exception 'more than may be lent against that tranche' using errcode = 'check_violation', constraint = 'bridges_bounded';
  end if;
  return new;
end $$;
create trigger bridges_bounded before insert on bridges for each row execute function bound_bridge();
create function bridge_needs_tranche() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from bridges where id = new.id) then
    raise exception 'lent against which tranche?' using errcode = 'check_violation', constraint = 'entries_bridge';
  end if;
  return null;
end $$;
create constraint trigger entries_bridge after insert on entries deferrable initially deferred
  for each row when (new.kind = 'bridge') execute function bridge_needs_tranche();

do $$ declare t text; begin
  foreach t in array array['pledges', 'commitments', 'tranches', 'tranche_conditions', 'receipts', 'bridges', 'contributions',
                           'contribution_decisions', 'money_returns'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('create trigger %I before truncate on %I execute function scope.refuse_change()', t || '_never_empty', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
  foreach t in array array['pledges', 'commitments', 'tranches', 'receipts', 'bridges', 'contributions', 'money_returns'] loop
    execute format('create index %I on %I (bank, at desc)', t || '_bank', t);
    execute format('create policy %I on %I for select to lampline_app using (scope.keeps_bank(bank))', t || '_read', t);
    execute format('create policy %I on %I for insert to lampline_app with check (scope.keeps_bank(bank)
      and ((select scope.house()) or by = (select scope.person())))', t || '_add', t);
  end loop;
  foreach t in array array['pledges', 'commitments', 'receipts', 'bridges', 'contributions', 'money_returns'] loop
    execute format('create trigger %I before insert on %I for each row execute function scope.same_bank()', t || '_same_bank', t);
    if t <> 'receipts' then execute format('create index %I on %I (funder)', t || '_funder', t); end if;
  end loop;
end $$;

create policy tranche_conditions_read on tranche_conditions for select to lampline_app using (
  exists (select 1 from tranches t where t.id = tranche));
create policy tranche_conditions_add on tranche_conditions for insert to lampline_app with check (
  ((select scope.house()) or by = (select scope.person())) and exists (select 1 from tranches t where t.id = tranche));
create policy contribution_decisions_read on contribution_decisions for select to lampline_app using (
  exists (select 1 from contributions c where c.id = contribution));
create policy contribution_decisions_add on contribution_decisions for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from contributions c where c.id = contribution and c.by <> contribution_decisions.by));
