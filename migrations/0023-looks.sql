-- Who looked at whose record: one person's, or everybody's of a programme or an organisation; which kind of page, and when.
create table looks (
  id uuid primary key,
  -- Null where the page shows everybody of the programme, or else of the organisation.
  person uuid references people,
  programme uuid references programmes,
  organisation uuid not null references organisations,
  page text not null check (length(page) between 1 and 100),
  by uuid not null references people,
  at timestamptz not null
);
create index looks_person on looks (person, at desc);
create index looks_programme on looks (programme, at desc);
create index looks_organisation on looks (organisation, at desc);
create index looks_by on looks (by, page, at desc);
create index looks_at on looks (at);
alter table looks enable row level security;
alter table looks force row level security;
create policy looks_owner on looks to current_user using (true) with check (true);
-- One reads who looked at oneself; an administrator, what staff of their organisation looked at.
-- A look at everybody is one at whoever was there that day.
create function scope.looked_at_me(whose uuid, which_programme uuid, which_organisation uuid, on_day timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and whose is null and case
    when which_programme is null then exists (select 1 from people p
      where p.id = scope.person() and p.organisation = which_organisation and p.joined_at <= on_day)
    else exists (select 1 from enrolments e where e.programme = which_programme and e.person = scope.person()
      and e.enrolled_at <= on_day and (e.withdrawn_at is null or e.withdrawn_at >= on_day)) end
$$;
create policy looks_read on looks for select to lampline_app using (
  (select scope.house()) or by = (select scope.person()) or person = (select scope.person())
  or scope.looked_at_me(person, programme, organisation, at) or scope.administers(organisation));
create policy looks_add on looks for insert to lampline_app with check (by = (select scope.person()));
create policy looks_forget on looks for delete to lampline_app using ((select scope.house()));
grant select, insert, delete on looks to lampline_app;
create trigger looks_stay before update on looks for each row execute function scope.refuse_change();

-- What was written to somebody, and what they did, by kind and day: the texts are theirs already, and the rest is nobody else's.
create function scope.my_letters() returns table (kind text, written_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.kind, m.written_at from mails m where scope.door() <> '' and m.recipient = scope.person() order by m.written_at desc limit 5000
$$;
create function scope.my_deeds() returns table (kind text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.kind, d.at from diary d where scope.door() <> '' and d.by = scope.person() order by d.id desc limit 5000
$$;
-- How many people have a role that reads what is known of somebody: of the organisation, and of each programme that they are in.
create function scope.who_knows_me() returns table (programme text, role text, people bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.name, r.role, count(distinct r.person) from roles r left join programmes g on g.id = r.programme
  where r.organisation = scope.home() and not exists (select 1 from role_ends e where e.role = r.id)
    and (r.programme is null or exists (select 1 from enrolments e where e.programme = r.programme and e.person = scope.person()))
  group by 1, 2 order by 1 nulls first, 2
$$;
