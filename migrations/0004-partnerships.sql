create table partnerships (
  id uuid primary key,
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  round uuid,
  mentor_enrolment uuid not null references enrolments,
  mentee_enrolment uuid not null references enrolments,
  mentor uuid not null references people,
  mentee uuid not null references people,
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  proposed_at timestamptz not null,
  proposed_by uuid,
  answer_until timestamptz not null,
  -- Null where the answer is due before a reminder would be.
  remind_at timestamptz,
  check (mentor <> mentee)
);
create index partnerships_programme on partnerships (programme, proposed_at desc);
create index partnerships_due on partnerships (answer_until);
create index partnerships_mentor on partnerships (mentor);
create index partnerships_mentee on partnerships (mentee);
create index partnerships_mentor_enrolment on partnerships (mentor_enrolment);
create index partnerships_mentee_enrolment on partnerships (mentee_enrolment);

create table partnership_answers (
  partnership uuid not null references partnerships,
  side text not null check (side in ('mentor', 'mentee')),
  answer text not null check (answer in ('accepted', 'declined')),
  at timestamptz not null,
  by uuid not null,
  primary key (partnership, side)
);

-- That it ended is for both sides to read; why, and by whom, only for the coordinator, so that nobody learns who said no.
create table partnership_ends (
  partnership uuid primary key references partnerships,
  at timestamptz not null
);
create table partnership_end_reasons (
  partnership uuid primary key references partnership_ends,
  reason text not null check (reason in ('declined', 'unanswered', 'withdrawn', 'no-place')),
  by uuid
);

-- One reminder a side, whether or not there is an address to write to.
create table partnership_reminders (
  partnership uuid not null references partnerships,
  side text not null check (side in ('mentor', 'mentee')),
  at timestamptz not null,
  primary key (partnership, side)
);

-- Holds a partnership until the transaction ends, so that a yes, a no and a lapse come one after the other.
create function scope.hold_partnership(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.door();
  perform 1 from partnerships where id = which for no key update;
end $$;

-- Whether both said yes, told to either side without telling who has not.
create function scope.both_accepted(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and 2 = (select count(*) from partnership_answers where partnership = which and answer = 'accepted')
$$;

-- The last word on answers. What is over is not answered; and on capacity: the enrolment is locked, so of many acceptances of the
-- last place one wins. It looks past the walls, since a partner's other partners are not the asker's to read.
create function guard_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine uuid;
  places int;
  taken int;
begin
  perform scope.hold_partnership(new.partnership);
  if exists (select 1 from partnership_ends where partnership = new.partnership) then
    raise exception 'the partnership is over' using errcode = 'check_violation', constraint = 'partnership_open';
  end if;
  if new.answer <> 'accepted' then return new; end if;
  select case new.side when 'mentor' then mentor_enrolment else mentee_enrolment end into mine
    from partnerships where id = new.partnership;
  select capacity into places from enrolments where id = mine and withdrawn_at is null for no key update;
  if places is null then
    raise exception 'the enrolment is withdrawn' using errcode = 'check_violation', constraint = 'partnership_enrolled';
  end if;
  select count(*) into taken from partnerships p join partnership_answers a on a.partnership = p.id
    where (case new.side when 'mentor' then p.mentor_enrolment else p.mentee_enrolment end) = mine
      and a.side = new.side and a.answer = 'accepted' and p.id <> new.partnership
      and not exists (select 1 from partnership_ends e where e.partnership = p.id);
  if taken >= places then
    raise exception 'no place is left' using errcode = 'check_violation', constraint = 'partnership_capacity';
  end if;
  return new;
end $$;
create trigger partnership_capacity before insert on partnership_answers for each row execute function guard_answer();

-- An end waits for an answer that is being given; and who both said yes part only by leaving.
create function guard_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.hold_partnership(new.partnership);
  return new;
end $$;
create trigger partnership_end before insert on partnership_ends for each row execute function guard_end();
create function guard_end_reason() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.reason <> 'withdrawn' and scope.both_accepted(new.partnership) then
    raise exception 'both have said yes' using errcode = 'check_violation', constraint = 'partnership_agreed';
  end if;
  return new;
end $$;
create trigger partnership_end_reason before insert on partnership_end_reasons for each row execute function guard_end_reason();

-- Nor may a capacity sink below the partners one already has.
create function guard_places_taken() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.capacity < old.capacity and new.capacity < (
    select count(*) from partnerships p join partnership_answers a on a.partnership = p.id
    where (case new.side when 'mentor' then p.mentor_enrolment else p.mentee_enrolment end) = new.id
      and a.side = new.side and a.answer = 'accepted'
      and not exists (select 1 from partnership_ends e where e.partnership = p.id)) then
    raise exception 'more partners than places' using errcode = 'check_violation', constraint = 'enrolment_places_taken';
  end if;
  return new;
end $$;
create trigger enrolment_places_taken before update of capacity on enrolments for each row execute function guard_places_taken();

create trigger partnership_answers_only_add before update or delete on partnership_answers for each row execute function scope.refuse_change();
create trigger partnership_ends_only_add before update or delete on partnership_ends for each row execute function scope.refuse_change();
create trigger partnership_end_reasons_only_add before update or delete on partnership_end_reasons
  for each row execute function scope.refuse_change();

do $$ declare t text; begin
  foreach t in array array['partnerships', 'partnership_answers', 'partnership_ends', 'partnership_end_reasons', 'partnership_reminders'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
end $$;

create policy partnerships_read on partnerships for select to lampline_app using (
  (select scope.house()) or mentor = (select scope.person()) or mentee = (select scope.person())
  or programme = any ((select scope.programmes())::uuid[]));
create policy partnerships_add on partnerships for insert to lampline_app with check (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
-- Who answered what is for oneself and the coordinator; the other side never reads it, even where that one coordinates too.
create policy partnership_answers_read on partnership_answers for select to lampline_app using (
  (select scope.house()) or exists (select 1 from partnerships p where p.id = partnership and (
    (p.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (p.mentor, p.mentee))
    or (side = 'mentor' and p.mentor = (select scope.person())) or (side = 'mentee' and p.mentee = (select scope.person())))));
create policy partnership_answers_add on partnership_answers for insert to lampline_app with check (
  (select scope.house()) or (by = (select scope.person()) and exists (select 1 from partnerships p where p.id = partnership and (
    (p.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (p.mentor, p.mentee))
    or (side = 'mentor' and p.mentor = (select scope.person())) or (side = 'mentee' and p.mentee = (select scope.person()))))));
create policy partnership_ends_read on partnership_ends for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership));
-- A side ends it by having said no, and in no other way; of the answers a side reads its own alone.
create policy partnership_ends_add on partnership_ends for insert to lampline_app with check (
  (select scope.house())
  or exists (select 1 from partnerships p where p.id = partnership and p.programme = any ((select scope.programmes())::uuid[]))
  or exists (select 1 from partnership_answers a where a.partnership = partnership_ends.partnership and a.answer = 'declined'));
create policy partnership_end_reasons_read on partnership_end_reasons for select to lampline_app using (
  (select scope.house()) or exists (select 1 from partnerships p where p.id = partnership
    and p.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (p.mentor, p.mentee)));
create policy partnership_end_reasons_add on partnership_end_reasons for insert to lampline_app with check (
  (select scope.house())
  or exists (select 1 from partnerships p where p.id = partnership and p.programme = any ((select scope.programmes())::uuid[]))
  or (reason = 'declined' and exists (
    select 1 from partnership_answers a where a.partnership = partnership_end_reasons.partnership and a.answer = 'declined')));
create policy partnership_reminders_house on partnership_reminders to lampline_app
  using ((select scope.house())) with check ((select scope.house()));
grant select, insert on partnerships, partnership_answers, partnership_ends, partnership_end_reasons, partnership_reminders to lampline_app;

create policy people_read on people for select to lampline_app using (
  (select scope.sign_in()) or id = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[])
  or exists (select 1 from enrolments e where e.person = people.id and e.programme = any ((select scope.programmes())::uuid[]))
  or exists (select 1 from partnerships p where (p.mentor = people.id and p.mentee = (select scope.person()))
                                             or (p.mentee = people.id and p.mentor = (select scope.person()))));
create policy contacts_read on contacts for select to lampline_app using (
  (select scope.sign_in()) or person = (select scope.person()) or organisation = any ((select scope.organisations())::uuid[])
  or exists (select 1 from enrolments e where e.person = contacts.person and e.programme = any ((select scope.programmes())::uuid[]))
  or exists (select 1 from partnerships p where scope.both_accepted(p.id)
    and not exists (select 1 from partnership_ends e where e.partnership = p.id)
    and ((p.mentor = contacts.person and p.mentee = (select scope.person()))
      or (p.mentee = contacts.person and p.mentor = (select scope.person())))));

-- What the two write, the two read: the key of their texts is not there for anybody else, the house included.
create policy content_keys_partnership_read on content_keys for select to lampline_app using (
  kind = 'partnership' and exists (select 1 from partnerships p where p.id = owner and (select scope.person()) in (p.mentor, p.mentee)));
create policy content_keys_partnership_add on content_keys for insert to lampline_app with check (
  kind = 'partnership' and exists (select 1 from partnerships p where p.id = owner and (select scope.person()) in (p.mentor, p.mentee)));
create policy content_keys_coordinated_read on content_keys for select to lampline_app using (
  kind = 'coordinated' and exists (select 1 from partnerships p where p.id = owner
    and ((select scope.person()) in (p.mentor, p.mentee) or p.programme = any ((select scope.programmes())::uuid[]))));
create policy content_keys_coordinated_add on content_keys for insert to lampline_app with check (
  kind = 'coordinated' and exists (select 1 from partnerships p where p.id = owner and (select scope.person()) in (p.mentor, p.mentee)));
