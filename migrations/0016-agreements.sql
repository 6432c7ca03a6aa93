-- What two agree on, written together: every save is a version, and the newest is the text. For the two alone, unless the programme signs too.
create table agreement_versions (
  id uuid primary key,
  partnership uuid not null references partnerships,
  nth int not null check (nth between 1 and 200),
  -- Clauses by key, and up to ten goals, as they were written; with the key of the two alone, or with that which their coordinators have too,
  -- where the programme was a party when it was written.
  sealed_for text not null check (sealed_for in ('partnership', 'coordinated')),
  sealed sealed not null,
  at timestamptz not null,
  by uuid not null,
  unique (partnership, nth)
);
-- A signature is under one version; a changed text asks for new ones, and the old stay under theirs.
create table agreement_signatures (
  version uuid not null references agreement_versions,
  signer text not null check (signer in ('mentor', 'mentee', 'coordinator')),
  person uuid not null references people,
  at timestamptz not null,
  primary key (version, signer)
);

-- Whether the programme is a party of the agreement, by its pathway: only then its coordinators read the text.
create function scope.signs_too(which_programme uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope.door() <> '' and coalesce((select w.pathway -> 'agreement' -> 'signedBy' ? 'coordinator' from programme_pathways w
    where w.programme = which_programme order by w.version desc limit 1), false)
$$;

-- When an agreement was written and signed, without a word of it: for the coordinator.
create function scope.agreements_of(which_programme uuid) returns table (partnership uuid, nth int, written_at timestamptz, signer text, signed_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not (scope.house() or which_programme = any (scope.programmes())) then
    raise exception 'not yours to read' using errcode = 'insufficient_privilege';
  end if;
  return query select v.partnership, v.nth, v.at, s.signer, s.at
    from (select distinct on (a.partnership) a.* from agreement_versions a join partnerships p on p.id = a.partnership
      where p.programme = which_programme order by a.partnership, a.nth desc) v left join agreement_signatures s on s.version = v.id;
end $$;

-- The last word on signing: only the newest version is signed, by who is on that side.
create function guard_signature() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  signed agreement_versions;
begin
  select * into signed from agreement_versions where id = new.version;
  perform scope.hold_partnership(signed.partnership);
  if exists (select 1 from agreement_versions v where v.partnership = signed.partnership and v.nth > signed.nth)
    or not exists (select 1 from partnerships p where p.id = signed.partnership and case new.signer
      when 'mentor' then p.mentor = new.person when 'mentee' then p.mentee = new.person
      else new.person not in (p.mentor, p.mentee) end) then
    raise exception 'not the text that stands' using errcode = 'check_violation', constraint = 'agreement_newest';
  end if;
  return new;
end $$;
create trigger agreement_newest before insert on agreement_signatures for each row execute function guard_signature();

do $$ declare t text; begin
  foreach t in array array['agreement_versions', 'agreement_signatures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    execute format('grant select, insert on %I to lampline_app', t);
  end loop;
end $$;

create policy agreement_versions_read on agreement_versions for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership and ((select scope.person()) in (p.mentor, p.mentee)
    or (p.programme = any ((select scope.programmes())::uuid[]) and scope.signs_too(p.programme)))));
create policy agreement_versions_add on agreement_versions for insert to lampline_app with check (
  by = (select scope.person()) and exists (select 1 from partnerships p where p.id = partnership
    and (select scope.person()) in (p.mentor, p.mentee)));
create policy agreement_signatures_read on agreement_signatures for select to lampline_app using (
  exists (select 1 from agreement_versions v where v.id = version));
create policy agreement_signatures_add on agreement_signatures for insert to lampline_app with check (
  person = (select scope.person()) and exists (select 1 from agreement_versions v where v.id = version));
