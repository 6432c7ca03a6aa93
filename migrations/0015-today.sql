-- Letters to many, drawn up as they will leave, looked at, and sent: a minute passes before they go, in which they may be taken back.
create table letter_batches (
  id uuid primary key,
  organisation uuid not null references organisations,
  card text not null check (length(card) between 1 and 40),
  drawn_at timestamptz not null,
  drawn_by uuid not null
);
create table letter_batch_lines (
  batch uuid not null references letter_batches,
  nth int not null check (nth between 1 and 1000),
  person uuid not null references people,
  programme uuid not null references programmes,
  -- What the letter is about, and the kind of reminder that it counts as.
  about uuid not null,
  nudge text not null check (length(nudge) between 1 and 60),
  address text not null check (length(address) between 3 and 254),
  language text not null,
  title text not null check (length(title) <= 300),
  body text not null check (length(body) <= 20000),
  primary key (batch, nth)
);
create index letter_batch_lines_about on letter_batch_lines (about, nudge);
create table letter_batch_sendings (
  batch uuid primary key references letter_batches,
  at timestamptz not null,
  by uuid not null,
  leaves_at timestamptz not null,
  check (leaves_at > at)
);
create table letter_batch_recalls (
  batch uuid primary key references letter_batch_sendings,
  at timestamptz not null,
  by uuid not null
);
create table letter_batch_departures (
  batch uuid primary key references letter_batch_sendings,
  at timestamptz not null,
  written int not null check (written >= 0),
  -- Who had been reminded twice, or by somebody else meanwhile.
  passed_over int not null check (passed_over >= 0)
);

-- Somebody decided that a row of a card needs nothing until a day.
create table set_asides (
  id uuid primary key,
  organisation uuid not null references organisations,
  programme uuid references programmes,
  card text not null check (length(card) between 1 and 40),
  subject uuid not null,
  until date not null,
  at timestamptz not null,
  by uuid not null
);
create index set_asides_subject on set_asides (subject, card, until);

-- The last word between taking back and leaving: one of the two, and nothing is taken back once its minute is over.
create function guard_batch_recall() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from letter_batches where id = new.batch for no key update;
  if exists (select 1 from letter_batch_departures d where d.batch = new.batch)
    or exists (select 1 from letter_batch_sendings s where s.batch = new.batch and s.leaves_at <= new.at) then
    raise exception 'the letters have left' using errcode = 'check_violation', constraint = 'batch_here';
  end if;
  return new;
end $$;
create trigger batch_here before insert on letter_batch_recalls for each row execute function guard_batch_recall();
create function guard_batch_departure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from letter_batches where id = new.batch for no key update;
  if exists (select 1 from letter_batch_recalls r where r.batch = new.batch)
    or exists (select 1 from letter_batch_sendings s where s.batch = new.batch and s.leaves_at > new.at) then
    raise exception 'the letters are not to leave' using errcode = 'check_violation', constraint = 'batch_leaves';
  end if;
  return new;
end $$;
create trigger batch_leaves before insert on letter_batch_departures for each row execute function guard_batch_departure();

do $$ declare t text; begin
  foreach t in array array['letter_batches', 'letter_batch_lines', 'letter_batch_sendings', 'letter_batch_recalls', 'letter_batch_departures',
    'set_asides'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

-- A batch is its drawer's; the house sends it.
create policy letter_batches_own on letter_batches to lampline_app using (
  (select scope.house()) or drawn_by = (select scope.person())) with check (drawn_by = (select scope.person()));
create policy letter_batch_lines_own on letter_batch_lines to lampline_app using (exists (select 1 from letter_batches b where b.id = batch))
  with check (programme = any ((select scope.programmes())::uuid[]) and exists (select 1 from letter_batches b where b.id = batch));
create policy letter_batch_sendings_own on letter_batch_sendings to lampline_app using (exists (select 1 from letter_batches b where b.id = batch))
  with check (by = (select scope.person()));
create policy letter_batch_recalls_own on letter_batch_recalls to lampline_app using (exists (select 1 from letter_batches b where b.id = batch))
  with check (by = (select scope.person()));
create policy letter_batch_departures_own on letter_batch_departures to lampline_app
  using (exists (select 1 from letter_batches b where b.id = batch)) with check ((select scope.house()));
create policy set_asides_ours on set_asides to lampline_app using (
  programme = any ((select scope.programmes())::uuid[]) or (programme is null and organisation = any ((select scope.organisations())::uuid[])))
  with check (by = (select scope.person()) and (programme = any ((select scope.programmes())::uuid[])
    or (programme is null and organisation = any ((select scope.organisations())::uuid[]))));

-- Who is being written to now, by anybody: letters sent and not yet left, or left within a day. Told to coordinators, without the letters.
create function scope.being_written(which_programmes uuid[], since timestamptz) returns table (about uuid, person uuid, nudge text, by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.about, l.person, l.nudge, s.by from letter_batch_lines l join letter_batch_sendings s on s.batch = l.batch
  where (scope.house() or scope.programmes() && which_programmes) and l.programme = any (which_programmes)
    and s.at > since and not exists (select 1 from letter_batch_recalls r where r.batch = l.batch)
$$;
