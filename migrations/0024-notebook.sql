-- What is said between the two. Every text is sealed; what stands in clear is that it exists, who wrote it, and when.

-- A shared note is read by the two of the pair, a private one by its author alone; to the partner it is not there at all.
create table notes (
  id uuid primary key,
  partnership uuid not null references partnerships,
  author uuid not null references people,
  kind text not null check (kind in ('shared', 'private')),
  made_at timestamptz not null
);
create index notes_partnership on notes (partnership, kind, made_at desc);
create index notes_author on notes (author);

-- A changed text is a new version, of the note's author. It is written against the version that was read, so of two at once one is told.
create table note_versions (
  id uuid primary key,
  note uuid not null references notes,
  version int not null check (version between 1 and 200),
  sealed sealed not null,
  -- Its first words, sealed apart: a list of fifty notes opens fifty lines, not fifty notes.
  first sealed not null,
  at timestamptz not null,
  unique (note, version)
);

-- Its author took it back, or made a shared note of a private one. Its texts stay sealed and are shown no more.
create table note_ends (
  note uuid primary key references notes,
  why text not null check (why in ('taken-back', 'shared')),
  at timestamptz not null
);

-- A few lines at a meeting of the pair. Meetings stand further down the street, so nothing here refers to them.
create table messages (
  id uuid primary key,
  partnership uuid not null references partnerships,
  meeting uuid not null,
  author uuid not null references people,
  sealed sealed not null,
  at timestamptz not null
);
create index messages_meeting on messages (meeting, at desc);
create index messages_partnership on messages (partnership, at desc);
create index messages_author on messages (author);

-- What somebody typed and has not saved yet, or looks for; one for each place, the newest. `item`: the pair, note or meeting it is for.
create table note_drafts (
  person uuid not null references people,
  kind text not null check (kind in ('shared', 'private', 'change', 'message', 'search')),
  item uuid not null,
  partnership uuid not null references partnerships,
  sealed sealed not null,
  at timestamptz not null,
  primary key (person, kind, item)
);
create index note_drafts_at on note_drafts (at);
create index note_drafts_partnership on note_drafts (partnership);

do $$ declare t text; begin
  foreach t in array array['notes', 'note_versions', 'note_ends', 'messages', 'note_drafts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_owner', t);
    execute format('grant select, insert on %I to lampline_app', t);
    if t <> 'note_drafts' then
      execute format('create trigger %I before update or delete on %I for each row execute function scope.refuse_change()', t || '_only_add', t);
    end if;
  end loop;
end $$;
grant update (sealed, at), delete on note_drafts to lampline_app;

create policy notes_read on notes for select to lampline_app using (
  author = (select scope.person()) or (kind = 'shared'
    and exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee))));
create policy notes_add on notes for insert to lampline_app with check (
  author = (select scope.person()) and scope.is_of(partnership, author) and scope.under_way(partnership));
create policy note_versions_read on note_versions for select to lampline_app using (exists (select 1 from notes n where n.id = note));
create policy note_versions_add on note_versions for insert to lampline_app with check (
  exists (select 1 from notes n where n.id = note and n.author = (select scope.person()) and scope.under_way(n.partnership))
  and not exists (select 1 from note_ends e where e.note = note_versions.note));
create policy note_ends_read on note_ends for select to lampline_app using (exists (select 1 from notes n where n.id = note));
create policy note_ends_add on note_ends for insert to lampline_app with check (
  exists (select 1 from notes n where n.id = note and n.author = (select scope.person()) and scope.under_way(n.partnership)));

create policy messages_read on messages for select to lampline_app using (
  exists (select 1 from partnerships p where p.id = partnership and (select scope.person()) in (p.mentor, p.mentee)));
create policy messages_add on messages for insert to lampline_app with check (
  author = (select scope.person()) and scope.is_of(partnership, author) and scope.under_way(partnership));

-- A draft is its person's alone. The house throws old ones away, and has no key to read them.
create policy note_drafts_read on note_drafts for select to lampline_app using (person = (select scope.person()) or (select scope.house()));
create policy note_drafts_add on note_drafts for insert to lampline_app with check (
  person = (select scope.person()) and scope.is_of(partnership, person) and (kind = 'search' or scope.under_way(partnership)));
create policy note_drafts_replace on note_drafts for update to lampline_app using (person = (select scope.person()));
create policy note_drafts_drop on note_drafts for delete to lampline_app using (
  person = (select scope.person()) or (select scope.house()));
