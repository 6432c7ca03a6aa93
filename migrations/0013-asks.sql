create table asks (
  id uuid primary key,
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  asker uuid not null references people,
  enrolment uuid not null references enrolments,
  drafted_at timestamptz not null
);
create index asks_asker on asks (asker, drafted_at desc);
create index asks_programme on asks (programme, drafted_at desc);

-- Only the asker, and those asked from when they are asked, read what was written; so it stands apart, sealed with the ask's own key.
create table ask_texts (
  ask uuid primary key references asks on delete cascade,
  sealed sealed not null
);
create table ask_topics (
  ask uuid not null references asks on delete cascade,
  nth int not null check (nth between 1 and 5),
  topic text not null check (length(topic) between 1 and 60),
  primary key (ask, topic)
);
-- Whom to ask, in order, as the asker saw it.
create table ask_people (
  ask uuid not null references asks on delete cascade,
  nth int not null check (nth between 1 and 5),
  person uuid not null references people,
  enrolment uuid not null references enrolments,
  asker uuid not null,
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  primary key (ask, person),
  unique (ask, nth)
);
create index ask_people_asker on ask_people (asker, person);

-- The rules of the programme as they stood when it was sent.
create table ask_sends (
  ask uuid primary key references asks,
  at timestamptz not null,
  open_at_once int not null check (open_at_once between 1 and 10),
  answer_days int not null check (answer_days between 1 and 30)
);
-- One person's time to answer. That it was somebody's turn, and whose, is theirs and the house's to read: so nobody learns who said no.
create table ask_turns (
  ask uuid not null references asks,
  nth int not null check (nth between 1 and 5),
  person uuid not null references people,
  enrolment uuid not null references enrolments,
  asker uuid not null,
  at timestamptz not null,
  remind_at timestamptz,
  until timestamptz not null,
  primary key (ask, nth),
  unique (ask, person),
  check (until > at)
);
create index ask_turns_person on ask_turns (person, asker);
create index ask_turns_due on ask_turns (until);
create index ask_turns_enrolment on ask_turns (enrolment);
create table ask_turn_ends (
  ask uuid not null,
  nth int not null,
  at timestamptz not null,
  primary key (ask, nth),
  foreign key (ask, nth) references ask_turns
);
create table ask_answers (
  ask uuid not null,
  nth int not null,
  person uuid not null,
  answer text not null check (answer in ('yes', 'no')),
  starts_at timestamptz,
  minutes int check (minutes between 5 and 480),
  at timestamptz not null,
  primary key (ask, nth),
  foreign key (ask, nth) references ask_turns,
  check ((answer = 'yes') = (starts_at is not null and minutes is not null))
);
create table ask_reminders (
  ask uuid not null,
  nth int not null,
  at timestamptz not null,
  primary key (ask, nth),
  foreign key (ask, nth) references ask_turns
);
create table ask_ends (
  ask uuid primary key references asks,
  reason text not null check (reason in ('answered', 'nobody', 'taken-back', 'left')),
  at timestamptz not null
);
-- What nobody could help with: the topic, never the text.
create table unmet_needs (
  ask uuid not null references asks,
  topic text not null check (length(topic) between 1 and 60),
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  at timestamptz not null,
  primary key (ask, topic)
);
create index unmet_needs_programme on unmet_needs (programme, at desc);

-- Holds an ask until the transaction ends, so that a yes, a no, a lapse and a taking back come one after the other.
create function scope.hold_ask(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.door();
  perform 1 from asks where id = which for no key update;
end $$;
create function scope.ask_is_sent(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and exists (select 1 from ask_sends where ask = which)
$$;
-- Whom an open ask waits for: their turn came, neither it nor the ask is over.
create view scope.open_turns with (security_invoker = true) as
  select t.* from ask_turns t
  where not exists (select 1 from ask_turn_ends e where e.ask = t.ask and e.nth = t.nth)
    and not exists (select 1 from ask_ends e where e.ask = t.ask);

create function guard_ask() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from enrolments e where e.id = new.enrolment and e.person = new.asker and e.programme = new.programme
      and e.organisation = new.organisation and e.withdrawn_at is null) then
    raise exception 'the asker is not enrolled' using errcode = 'check_violation', constraint = 'ask_enrolled';
  end if;
  return new;
end $$;
create trigger ask_enrolled before insert on asks for each row execute function guard_ask();

-- What was sent stays as it was sent.
create function guard_ask_draft() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  which uuid := case tg_op when 'DELETE' then old.ask else new.ask end;
begin
  if exists (select 1 from ask_sends where ask = which) then
    raise exception 'the ask is sent' using errcode = 'check_violation', constraint = 'ask_sent';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger ask_texts_draft before insert or update or delete on ask_texts for each row execute function guard_ask_draft();
create trigger ask_topics_draft before insert or update or delete on ask_topics for each row execute function guard_ask_draft();
create trigger ask_people_draft before insert or update or delete on ask_people for each row execute function guard_ask_draft();

-- Only a mentor of the same programme may be asked: whoever is named here, the asker may see.
create function guard_ask_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from asks a join enrolments e on e.programme = a.programme
      where a.id = new.ask and a.asker = new.asker and a.asker <> new.person
        and e.id = new.enrolment and e.person = new.person and e.side = 'mentor' and e.withdrawn_at is null) then
    raise exception 'not a mentor of the programme' using errcode = 'check_violation', constraint = 'ask_person_enrolled';
  end if;
  return new;
end $$;
create trigger ask_person_enrolled before insert on ask_people for each row execute function guard_ask_person();

create function guard_ask_send() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine asks;
begin
  perform scope.hold_ask(new.ask);
  select * into mine from asks where id = new.ask;
  if exists (select 1 from ask_ends where ask = new.ask) then
    raise exception 'the ask is over' using errcode = 'check_violation', constraint = 'ask_open';
  end if;
  perform 1 from people where id = mine.asker for no key update;
  if new.open_at_once <= (
    select count(*) from asks a join ask_sends s on s.ask = a.id
    where a.asker = mine.asker and a.programme = mine.programme and a.id <> new.ask
      and not exists (select 1 from ask_ends e where e.ask = a.id)) then
    raise exception 'too many asks are open' using errcode = 'check_violation', constraint = 'ask_open_at_once';
  end if;
  return new;
end $$;
create trigger ask_open_at_once before insert on ask_sends for each row execute function guard_ask_send();

-- One is asked at a time, in the order sent; nobody by more than two at a time.
create function guard_ask_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.hold_ask(new.ask);
  if not exists (select 1 from ask_sends where ask = new.ask) or exists (select 1 from ask_ends where ask = new.ask) then
    raise exception 'the ask is not open' using errcode = 'check_violation', constraint = 'ask_open';
  end if;
  if exists (select 1 from scope.open_turns where ask = new.ask) then
    raise exception 'somebody is being asked' using errcode = 'check_violation', constraint = 'ask_one_at_a_time';
  end if;
  if not exists (select 1 from ask_people p join enrolments e on e.id = p.enrolment where p.ask = new.ask and p.nth = new.nth
      and p.person = new.person and p.asker = new.asker and p.enrolment = new.enrolment and e.withdrawn_at is null) then
    raise exception 'not one of those to ask' using errcode = 'check_violation', constraint = 'ask_person_enrolled';
  end if;
  perform 1 from people where id = new.person for no key update;
  if (select count(*) from scope.open_turns where person = new.person) >= 2 then
    raise exception 'asked by two others' using errcode = 'check_violation', constraint = 'ask_person_busy';
  end if;
  return new;
end $$;
create trigger ask_one_at_a_time before insert on ask_turns for each row execute function guard_ask_turn();

create function guard_ask_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.hold_ask(new.ask);
  if not exists (select 1 from scope.open_turns t where t.ask = new.ask and t.nth = new.nth and t.person = new.person and t.until > new.at) then
    raise exception 'not to be answered any more' using errcode = 'check_violation', constraint = 'ask_answered_late';
  end if;
  return new;
end $$;
create trigger ask_answered_late before insert on ask_answers for each row execute function guard_ask_answer();

create function guard_ask_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform scope.hold_ask(new.ask);
  if (new.reason = 'answered') <> exists (select 1 from ask_answers where ask = new.ask and answer = 'yes') then
    raise exception 'a yes, and nothing else, answers an ask' using errcode = 'check_violation', constraint = 'ask_answered';
  end if;
  return new;
end $$;
create trigger ask_answered before insert on ask_ends for each row execute function guard_ask_end();

do $$ declare t text; begin
  foreach t in array array['asks', 'ask_texts', 'ask_topics', 'ask_people', 'ask_sends', 'ask_turns', 'ask_turn_ends', 'ask_answers',
      'ask_reminders', 'ask_ends', 'unmet_needs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
  end loop;
  foreach t in array array['ask_sends', 'ask_turns', 'ask_turn_ends', 'ask_answers', 'ask_reminders', 'ask_ends', 'unmet_needs'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
  end loop;
end $$;

create policy ask_turns_read on ask_turns for select to lampline_app using ((select scope.house()) or person = (select scope.person()));
create policy ask_turns_add on ask_turns for insert to lampline_app with check ((select scope.house()));
create policy ask_turn_ends_read on ask_turn_ends for select to lampline_app using (
  exists (select 1 from ask_turns t where t.ask = ask_turn_ends.ask and t.nth = ask_turn_ends.nth));
create policy ask_turn_ends_add on ask_turn_ends for insert to lampline_app with check (
  exists (select 1 from ask_turns t where t.ask = ask_turn_ends.ask and t.nth = ask_turn_ends.nth));

create policy asks_read on asks for select to lampline_app using (
  (select scope.house()) or asker = (select scope.person()) or id in (select t.ask from ask_turns t where t.person = (select scope.person()))
  or (programme = any ((select scope.programmes())::uuid[]) and scope.ask_is_sent(id)));
create policy asks_add on asks for insert to lampline_app with check (asker = (select scope.person()));
create policy asks_forget on asks for delete to lampline_app using ((select scope.house()) and not scope.ask_is_sent(id));
create policy ask_texts_read on ask_texts for select to lampline_app using (
  exists (select 1 from asks a where a.id = ask and a.asker = (select scope.person()))
  or exists (select 1 from ask_turns t where t.ask = ask_texts.ask and t.person = (select scope.person())));
create policy ask_texts_add on ask_texts for insert to lampline_app with check (
  exists (select 1 from asks a where a.id = ask and a.asker = (select scope.person())));
create policy content_keys_ask_read on content_keys for select to lampline_app using (
  kind = 'ask' and (
    exists (select 1 from asks a where a.id = owner and a.asker = (select scope.person()))
    or exists (select 1 from ask_turns t where t.ask = owner and t.person = (select scope.person()))));
create policy content_keys_ask_add on content_keys for insert to lampline_app with check (
  kind = 'ask' and exists (select 1 from asks a where a.id = owner and a.asker = (select scope.person())));
create policy ask_topics_read on ask_topics for select to lampline_app using (exists (select 1 from asks a where a.id = ask));
create policy ask_topics_add on ask_topics for insert to lampline_app with check (
  exists (select 1 from asks a where a.id = ask and a.asker = (select scope.person())));
create policy ask_topics_forget on ask_topics for delete to lampline_app using (
  exists (select 1 from asks a where a.id = ask and a.asker = (select scope.person())));
create policy ask_people_read on ask_people for select to lampline_app using (
  (select scope.house()) or asker = (select scope.person())
  or (person = (select scope.person()) and exists (select 1 from ask_turns t where t.ask = ask_people.ask and t.person = ask_people.person)));
create policy ask_people_add on ask_people for insert to lampline_app with check (asker = (select scope.person()));
create policy ask_people_forget on ask_people for delete to lampline_app using (asker = (select scope.person()));
create policy ask_sends_read on ask_sends for select to lampline_app using (exists (select 1 from asks a where a.id = ask));
create policy ask_sends_add on ask_sends for insert to lampline_app with check (
  exists (select 1 from asks a where a.id = ask and a.asker = (select scope.person())));
-- A no is read by who said it; a yes by the asker and the coordinator too.
create policy ask_answers_read on ask_answers for select to lampline_app using (
  (select scope.house()) or person = (select scope.person())
  or (answer = 'yes' and exists (select 1 from asks a where a.id = ask
    and (a.asker = (select scope.person()) or a.programme = any ((select scope.programmes())::uuid[])))));
create policy ask_answers_add on ask_answers for insert to lampline_app with check (person = (select scope.person()));
create policy ask_reminders_house on ask_reminders to lampline_app using ((select scope.house())) with check ((select scope.house()));
create policy ask_ends_read on ask_ends for select to lampline_app using (exists (select 1 from asks a where a.id = ask));
create policy ask_ends_add on ask_ends for insert to lampline_app with check (
  (select scope.house())
  or (reason in ('taken-back', 'nobody') and exists (select 1 from asks a where a.id = ask and a.asker = (select scope.person())))
  or (reason = 'answered' and exists (
    select 1 from ask_answers y where y.ask = ask_ends.ask and y.answer = 'yes' and y.person = (select scope.person()))));
create policy unmet_needs_read on unmet_needs for select to lampline_app using (
  (select scope.house()) or programme = any ((select scope.programmes())::uuid[]));
create policy unmet_needs_add on unmet_needs for insert to lampline_app with check ((select scope.house()));
grant select, insert, delete on asks, ask_topics, ask_people to lampline_app;
grant select on scope.open_turns to lampline_app;
grant select, insert on ask_texts, ask_sends, ask_turns, ask_turn_ends, ask_answers, ask_reminders, ask_ends, unmet_needs to lampline_app;

-- The two of an ask see each other's names: the asker's suggestions, and who asks, from when one is asked.
create policy people_read_asks on people for select to lampline_app using (
  id in (select p.person from ask_people p where p.asker = (select scope.person()))
  or id in (select t.asker from ask_turns t where t.person = (select scope.person())));

-- How far an ask is: to the asker until when an answer is awaited; to the coordinator also the how manieth is asked; to nobody who.
create function scope.ask_progress(which uuid) returns table (nth int, "of" int, until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when a.asker = scope.person() then null else t.nth end, (select count(*)::int from ask_people p where p.ask = which), t.until
  from asks a join scope.open_turns t on t.ask = a.id
  where a.id = which and (scope.house() or a.asker = scope.person() or a.programme = any (scope.programmes()))
$$;

-- Codes upward from a manager's, as far as they are known; a circle in the sheet ends after thirty.
create function scope.line_above(which uuid, first text) returns text[] language sql stable set search_path = public, pg_temp as $$
  with recursive up (code, steps) as (
    select first, 1 where first is not null
    union all
    select p.line_manager_code, steps + 1 from up join people p on p.organisation = which and p.code = up.code
    where p.line_manager_code is not null and steps < 30)
  select coalesce(array_agg(code order by steps), '{}') from up
$$;

-- Who offers help with a topic of the ask, among the mentors of its programme: told to its asker alone, so that the best can be chosen.
create function scope.ask_mentors(which uuid, most int) returns table (
  enrolment uuid, person uuid, capacity int, offers text[], organisation uuid, code text, full_name text, called_name text, unit text,
  job_title text, grade text, grade_level int, country text, field text, languages text[], free_hours jsonb, zone text, line text[],
  open_asks int)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, p.id, e.capacity, array(select unnest(e.topics) union select unnest(p.can_help_with)), e.organisation, p.code, p.full_name,
    p.called_name, p.unit, p.job_title, p.grade, p.grade_level, p.country, p.field, p.languages, p.free_hours, p.zone,
    scope.line_above(p.organisation, p.line_manager_code), (select count(*)::int from scope.open_turns t where t.person = p.id)
  from asks a
    join enrolments e on e.programme = a.programme and e.side = 'mentor' and e.withdrawn_at is null and e.capacity > 0
    join people p on p.id = e.person
    cross join lateral (select count(*) as shared from ask_topics t
      where t.ask = a.id and (t.topic = any (e.topics) or t.topic = any (p.can_help_with))) topics
  where a.id = which and (scope.house() or a.asker = scope.person()) and p.id <> a.asker and topics.shared > 0
    and not exists (select 1 from must_nots m where m.programme = a.programme and m.lifted_at is null
      and ((m.person = a.asker and m.other = p.id) or (m.other = a.asker and m.person = p.id)))
    and not exists (select 1 from pins x join enrolments mine on mine.id = x.mentee_enrolment
      where x.programme = a.programme and x.kind = 'apart' and x.lifted_at is null and x.mentor_enrolment = e.id and mine.person = a.asker)
    and not exists (select 1 from partnerships s join partnership_end_reasons r on r.partnership = s.id
      where r.reason in ('declined', 'no-fault', 'rematched', 'lapsed', 'safeguarding') and ((s.mentor = p.id and s.mentee = a.asker) or (s.mentor = a.asker and s.mentee = p.id)))
    and not exists (select 1 from partnerships s join partnership_holds h on h.partnership = s.id
      where h.kind = 'safeguarding' and ((s.mentor = p.id and s.mentee = a.asker) or (s.mentor = a.asker and s.mentee = p.id))
        and not exists (select 1 from partnership_hold_lifts l where l.hold = h.id))
  order by topics.shared desc, p.code limit most
$$;
create function scope.ask_line(which uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select scope.line_above(p.organisation, p.line_manager_code) from asks a join people p on p.id = a.asker
  where a.id = which and (scope.house() or a.asker = scope.person())
$$;

-- Marks of what the asker and those mentors told of themselves, for a rule that asks two to be alike; see scope.attribute_marks.
create function scope.ask_marks(which uuid, salt text) returns table (person uuid, attribute text, marks text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if length(salt) < 16 then raise exception 'the salt is too short'; end if;
  return query
    select distinct t.person, t.attribute, scope.salted(salt, t.marks)
    from asks a join enrolments e on e.programme = a.programme and e.withdrawn_at is null
      join attributes t on t.person = e.person
    where a.id = which and (scope.house() or a.asker = scope.person()) and (e.side = 'mentor' or e.person = a.asker)
      and scope.uses_attribute(a.programme, t.attribute);
end $$;
