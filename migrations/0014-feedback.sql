-- A review that fell due: the form as it was asked, so that a change of the pathway changes no question that waits.
create table reviews (
  id uuid primary key,
  partnership uuid not null references partnerships,
  programme uuid not null references programmes,
  organisation uuid not null references organisations,
  mentor uuid not null references people,
  mentee uuid not null references people,
  key text not null check (length(key) between 1 and 40),
  form jsonb not null check (jsonb_typeof(form) = 'object' and length(form::text) <= 60000),
  due_at timestamptz not null,
  until timestamptz not null,
  check (until > due_at),
  unique (partnership, key)
);
create index reviews_open on reviews (until);
create index reviews_programme on reviews (programme, due_at desc);

-- Each side is asked for itself, both at once or one first; what was never asked is nobody's to answer.
create table review_asks (
  review uuid not null references reviews,
  side text not null check (side in ('mentor', 'mentee')),
  at timestamptz not null,
  primary key (review, side)
);

-- What a side answered; another version may follow until the other side has answered too. Benefit as that side said it.
create table review_replies (
  id uuid primary key,
  review uuid not null references reviews,
  side text not null check (side in ('mentor', 'mentee')),
  nth int not null check (nth between 1 and 20),
  benefit text check (benefit in ('yes', 'partly', 'no')),
  at timestamptz not null,
  by uuid not null,
  unique (review, side, nth)
);
create table review_answers (
  reply uuid not null references review_replies,
  question text not null check (length(question) between 1 and 40),
  -- Who reads it besides who gave it, as the form promised.
  seen text not null check (seen in ('nobody', 'partner', 'coordinator')),
  choice jsonb check (length(choice::text) <= 2000),
  -- Words of one's own: with the pair's key, or with that which its coordinators have too, where the form promised them to the coordinator.
  sealed sealed,
  check ((choice is null) <> (sealed is null)),
  primary key (reply, question)
);
-- Answered by both, or out of time: from here on each reads what the other said to them.
create table review_closings (
  review uuid primary key references reviews,
  at timestamptz not null
);
-- Something in a review that should be looked at: which side and which question is told to nobody.
create table review_watches (
  review uuid primary key references reviews,
  at timestamptz not null
);

-- Candid feedback, sent together: a round, what each wrote, or that one has nothing to give now.
create table gift_rounds (
  id uuid primary key,
  partnership uuid not null references partnerships,
  nth int not null check (nth between 1 and 50),
  mentor uuid not null references people,
  mentee uuid not null references people,
  opened_at timestamptz not null,
  opened_by uuid not null,
  unique (partnership, nth)
);
create table gifts (
  round uuid not null references gift_rounds,
  side text not null check (side in ('mentor', 'mentee')),
  sealed sealed not null,
  at timestamptz not null,
  by uuid not null,
  primary key (round, side)
);

-- That a rule of health was broken by a pair, the first time: by these the rules are judged once the outcome is known.
create table rule_firings (
  partnership uuid not null references partnerships,
  rule text not null check (length(rule) between 1 and 40),
  at timestamptz not null,
  primary key (partnership, rule)
);
-- Who does not want to be asked how it goes after the end.
create table follow_up_refusals (
  partnership uuid not null references partnerships,
  person uuid not null references people,
  at timestamptz not null,
  primary key (partnership, person)
);

-- Whether a review may be read by the other side: both have answered, or it closed.
create function scope.review_open(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and (exists (select 1 from review_closings c where c.review = which)
    or 2 = (select count(distinct r.side) from review_replies r where r.review = which))
$$;
-- Which sides have answered, told to whoever sees the review.
create function scope.review_sides(which uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when scope.door() <> '' then array(select distinct r.side from review_replies r where r.review = which order by 1) else '{}' end
$$;
-- Whether both have given, or said that they give nothing now.
create function scope.gifts_open(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and 2 = (select count(*) from gifts g where g.round = which)
$$;

-- The last word on replies: only what was asked is answered, and nothing once the other side reads it.
create function guard_reply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from reviews where id = new.review for no key update;
  if exists (select 1 from review_closings c where c.review = new.review)
    or not exists (select 1 from review_asks a where a.review = new.review and a.side = new.side)
    or (select count(distinct r.side) from review_replies r where r.review = new.review and r.id <> new.id) = 2 then
    raise exception 'the review is over' using errcode = 'check_violation', constraint = 'review_open';
  end if;
  return new;
end $$;
create trigger review_open before insert on review_replies for each row execute function guard_reply();

do $$ declare t text; begin
  foreach t in array array['reviews', 'review_asks', 'review_replies', 'review_answers', 'review_closings', 'review_watches', 'gift_rounds',
    'gifts', 'rule_firings', 'follow_up_refusals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

create policy reviews_read on reviews for select to lampline_app using (
  (select scope.house()) or mentor = (select scope.person()) or mentee = (select scope.person())
  or programme = any ((select scope.programmes())::uuid[]));
create policy reviews_add on reviews for insert to lampline_app with check ((select scope.house()));
create policy review_asks_read on review_asks for select to lampline_app using (exists (select 1 from reviews r where r.id = review));
create policy review_asks_add on review_asks for insert to lampline_app with check (
  (select scope.house()) or exists (select 1 from reviews r where r.id = review and (select scope.person()) in (r.mentor, r.mentee)));
-- A coordinator reads which side answered and whether it helped; never in a pair of their own. The other side, once both may read.
create policy review_replies_read on review_replies for select to lampline_app using (
  (select scope.house()) or by = (select scope.person())
  or exists (select 1 from reviews r where r.id = review and (
    ((select scope.person()) in (r.mentor, r.mentee) and scope.review_open(r.id))
    or (r.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (r.mentor, r.mentee)))));
create policy review_replies_add on review_replies for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from reviews r where r.id = review
    and (select scope.person()) = case side when 'mentor' then r.mentor else r.mentee end));
create policy review_answers_read on review_answers for select to lampline_app using (
  exists (select 1 from review_replies p join reviews r on r.id = p.review where p.id = reply and (
    p.by = (select scope.person())
    or (seen = 'partner' and (select scope.person()) in (r.mentor, r.mentee) and scope.review_open(r.id))
    or (seen = 'coordinator' and r.programme = any ((select scope.programmes())::uuid[])
      and (select scope.person()) not in (r.mentor, r.mentee)))));
create policy review_answers_add on review_answers for insert to lampline_app with check (
  exists (select 1 from review_replies p where p.id = reply and p.by = (select scope.person())));
create policy review_closings_read on review_closings for select to lampline_app using (exists (select 1 from reviews r where r.id = review));
create policy review_closings_add on review_closings for insert to lampline_app with check (
  (select scope.house()) or (exists (select 1 from reviews r where r.id = review and (select scope.person()) in (r.mentor, r.mentee))
    and 2 = cardinality(scope.review_sides(review))));
-- Seen only once both may read, so that the hour of an answer does not tell whose it was.
create policy review_watches_read on review_watches for select to lampline_app using (
  (select scope.house()) or (scope.review_open(review) and exists (select 1 from reviews r where r.id = review
    and r.programme = any ((select scope.programmes())::uuid[]) and (select scope.person()) not in (r.mentor, r.mentee))));
create policy review_watches_add on review_watches for insert to lampline_app with check (
  exists (select 1 from reviews r where r.id = review and (select scope.person()) in (r.mentor, r.mentee)));

create policy gift_rounds_of_two on gift_rounds to lampline_app using (
  mentor = (select scope.person()) or mentee = (select scope.person()));
create policy gifts_read on gifts for select to lampline_app using (
  by = (select scope.person()) or (scope.gifts_open(round) and exists (select 1 from gift_rounds g where g.id = round)));
create policy gifts_add on gifts for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from gift_rounds g where g.id = round
    and (select scope.person()) = case side when 'mentor' then g.mentor else g.mentee end));

create policy rule_firings_read on rule_firings for select to lampline_app using (
  (select scope.house()) or exists (select 1 from partnerships p where p.id = partnership and p.programme = any ((select scope.programmes())::uuid[])));
create policy rule_firings_add on rule_firings for insert to lampline_app with check ((select scope.house()));
create policy follow_up_refusals_own on follow_up_refusals to lampline_app using (
  (select scope.house()) or person = (select scope.person())) with check (person = (select scope.person()));

-- Counts of what nobody reads one by one: answers of a programme by question and choice, from five who answered on.
create function scope.answer_counts(which_programme uuid) returns table (key text, question text, choice text, answers bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (scope.house() or which_programme = any (scope.programmes())) then
    raise exception 'not yours to count' using errcode = 'insufficient_privilege';
  end if;
  return query
    with latest as (
      select distinct on (p.review, p.side) p.id, r.key from review_replies p join reviews r on r.id = p.review
      where r.programme = which_programme order by p.review, p.side, p.nth desc),
    counted as (
      select l.key, a.question, a.choice #>> '{}' as choice, count(*) as answers, sum(count(*)) over (partition by l.key, a.question) as everybody
      from latest l join review_answers a on a.reply = l.id where a.choice is not null group by 1, 2, 3)
    select c.key, c.question, c.choice, c.answers from counted c where c.everybody >= 5;
end $$;
