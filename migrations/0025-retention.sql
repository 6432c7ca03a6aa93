-- How long what was said is kept, who is to be erased, and what was.

-- Somebody is to be erased on a day, unless it is taken back before.
create table erasure_wishes (
  id uuid primary key,
  person uuid not null references people,
  organisation uuid not null references organisations,
  asked_at timestamptz not null,
  asked_by uuid,
  due_at timestamptz not null,
  check (due_at >= asked_at)
);
create index erasure_wishes_person on erasure_wishes (person, asked_at desc);
create index erasure_wishes_due on erasure_wishes (due_at);
create table erasure_wish_ends (
  wish uuid primary key references erasure_wishes,
  at timestamptz not null,
  by uuid not null
);
create table erasures (
  person uuid primary key references people,
  organisation uuid not null references organisations,
  at timestamptz not null
);
create table programme_shreddings (
  programme uuid primary key references programmes,
  organisation uuid not null references organisations,
  erases_people boolean not null,
  at timestamptz not null,
  by uuid not null
);
-- Both were told a month before that what they wrote will be destroyed.
create table keeping_notices (
  partnership uuid primary key references partnerships,
  at timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['erasure_wishes', 'erasure_wish_ends', 'erasures', 'programme_shreddings', 'keeping_notices'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

create policy erasure_wishes_all on erasure_wishes to lampline_app using (
  (select scope.house()) or person = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[]));
create policy erasure_wish_ends_all on erasure_wish_ends to lampline_app using (
  exists (select 1 from erasure_wishes w where w.id = wish));
create policy erasures_read on erasures for select to lampline_app using (
  (select scope.house()) or organisation = any ((select scope.organisations())::uuid[]));
create policy erasures_add on erasures for insert to lampline_app with check ((select scope.house()));
create policy programme_shreddings_read on programme_shreddings for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]) or organisation = any ((select scope.organisations())::uuid[]));
create policy programme_shreddings_add on programme_shreddings for insert to lampline_app with check (
  organisation = any ((select scope.organisations())::uuid[]) and programme = any ((select scope.programmes())::uuid[]));
create policy keeping_notices_house on keeping_notices to lampline_app
  using ((select scope.house())) with check ((select scope.house()));

-- Pairs that both had agreed to, whose texts are destroyed at `ends_at`; none on which a safeguarding hold lies, since it may be evidence.
create function scope.texts_ending(until timestamptz, most int)
returns table (partnership uuid, programme uuid, organisation uuid, ends_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not scope.house() then raise exception 'only the house asks this' using errcode = 'insufficient_privilege'; end if;
  return query
    select p.id, p.programme, p.organisation, e.at + make_interval(months => kept.months) as ends_at
    from partnership_ends e join partnerships p on p.id = e.partnership
      cross join lateral (select coalesce((select (w.pathway->>'keepMonths')::int from programme_pathways w
        where w.programme = p.programme order by w.version desc limit 1), 12) as months) as kept
    where scope.both_accepted(p.id) and e.at + make_interval(months => kept.months) <= until
      and not exists (select 1 from content_key_ends k where k.owner = p.id)
      and not exists (select 1 from partnership_holds h where h.partnership = p.id and h.kind = 'safeguarding'
        and not exists (select 1 from partnership_hold_lifts l where l.hold = h.id))
    order by 4, 1 limit most;
end $$;

-- Whose keys hold what a person wrote, and what was written to them.
create function scope.key_owners_of(whose uuid) returns table (kind text, owner uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not scope.house() then raise exception 'only the house asks this' using errcode = 'insufficient_privilege'; end if;
  return query
    select 'partnership'::text, p.id from partnerships p where whose in (p.mentor, p.mentee)
    union all select 'ask', a.id from asks a where a.asker = whose
    union all select 'person', whose;
end $$;

create function scope.key_owners_in(which_programme uuid) returns table (kind text, owner uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not scope.house() then raise exception 'only the house asks this' using errcode = 'insufficient_privilege'; end if;
  return query
    select 'partnership'::text, p.id from partnerships p where p.programme = which_programme
    union all select 'ask', a.id from asks a where a.programme = which_programme;
end $$;

-- People of a programme who are in no other, and hold no role: all that the house knows of them is from there.
create function scope.people_only_in(which_programme uuid) returns table (person uuid, organisation uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not scope.house() then raise exception 'only the house asks this' using errcode = 'insufficient_privilege'; end if;
  return query
    select distinct p.id, p.organisation from people p join enrolments e on e.person = p.id and e.programme = which_programme
    where not exists (select 1 from enrolments o where o.person = p.id and o.programme <> which_programme)
      and not exists (select 1 from roles r where r.person = p.id and not exists (select 1 from role_ends x where x.role = r.id))
      and not exists (select 1 from erasures x where x.person = p.id);
end $$;

-- Whom a restored backup brought back, though they had been erased: the list outside the database remembered them.
create function scope.people_to_erase_again() returns table (person uuid, organisation uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not scope.house() then raise exception 'only the house asks this' using errcode = 'insufficient_privilege'; end if;
  return query select p.id, p.organisation from content_key_ends k join people p on p.id = k.owner
    where k.kind = 'person' and k.why = 'restored' and not exists (select 1 from erasures x where x.person = p.id);
end $$;

-- A line of a batch may lose its words and whom it was for, and change in nothing else.
drop trigger letter_batch_lines_only_add on letter_batch_lines;
create trigger letter_batch_lines_stay before delete on letter_batch_lines for each row execute function scope.refuse_change();
create trigger letter_batch_lines_only_empty before update on letter_batch_lines for each row
  when (new.title <> '' or new.body <> '' or (new.batch, new.nth, new.person, new.about) is distinct from (old.batch, old.nth, old.person, old.about))
  execute function scope.refuse_change();

-- Names go, sums stay: everything that says who somebody was is emptied in one step. Rows that others count on stay, with nobody behind them.
create function scope.erase_person(whose uuid, now timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was people%rowtype;
  nobody text := 'x' || replace(whose::text, '-', '');
begin
  if not scope.house() then raise exception 'only the house erases' using errcode = 'insufficient_privilege'; end if;
  select * into was from people where id = whose for update;
  if not found then return; end if;

  delete from sign_in_links l using contacts c where c.person = whose and c.kind = 'email' and l.address = c.folded;
  delete from contacts where person = whose;
  delete from attributes where person = whose;
  delete from attributes_taken_back where person = whose;
  delete from sessions where person = whose;
  delete from known_browsers where person = whose;
  delete from passkeys where person = whose;
  delete from passkey_challenges where person = whose;
  delete from recovery_sheets where person = whose;
  insert into role_ends (role, at) select r.id, now from roles r where r.person = whose on conflict do nothing;

  delete from hours_exceptions where person = whose;
  delete from full_untils where person = whose;
  delete from busy_feeds where person = whose;

  -- Letters to them, and those about their pairs, which name them to the other.
  delete from mail_calendars k using mails m where m.id = k.mail
    and (m.recipient = whose or m.about in (select p.id from partnerships p where whose in (p.mentor, p.mentee)));
  update mails set title = '', body = '', address = case when recipient = whose then nobody else address end
    where recipient = whose or about in (select p.id from partnerships p where whose in (p.mentor, p.mentee));
  update letter_batch_lines set title = '', body = '', address = nobody where person = whose;
  update imports set bytes = '', file_name = 'erased' where id in (select i.import from import_people i where i.person = whose);
  update enrolments set wish = '', topics = '{}', alike = '{}' where person = whose;
  update rounds set proved = replace(proved::text, to_json(was.code)::text, to_json(nobody)::text)::jsonb
    where proved is not null and position(to_json(was.code)::text in proved::text) > 0;

  update people set line_manager_code = null where organisation = was.organisation and line_manager_code = was.code;
  update people set full_name = '—', name_latin = null, called_name = null, code = nobody, unit = null, job_title = null, grade = null,
    grade_level = null, line_manager_code = null, country = null, field = null, languages = '{}', can_help_with = '{}',
    wants_help_with = '{}', free_hours = null, about = null, search = '', zone = 'UTC' where id = whose;
end $$;
