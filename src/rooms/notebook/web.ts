import { act, page, type Route } from '#ground/route'
import { signedIn } from '#people/gates'
import { pathOf } from './around.tsx'
import { keepChangeForm, keepDraftForm } from './keep-draft.form.ts'
import { keepChange, keepDraft } from './keep-draft.ts'
import { lookForForm } from './look-for.form.ts'
import { lookFor } from './look-for.ts'
import { notePage } from './note.page.tsx'
import type { NoteKind } from './note.ts'
import { notesPage } from './notebook.page.tsx'
import { rewordNoteForm } from './reword-note.form.ts'
import { rewordNote } from './reword-note.ts'
import { searchPage } from './search.page.tsx'
import { shareNoteForm } from './share-note.form.ts'
import { shareNote } from './share-note.ts'
import { takeBackNoteForm } from './take-back-note.form.ts'
import { takeBackNote } from './take-back-note.ts'
import { versionPage } from './version.page.tsx'
import { writeNoteForm } from './write-note.form.ts'
import { writeNote } from './write-note.ts'

const sharedPage = notesPage('shared')
const privatePage = notesPage('private')
const writeShared = writeNoteForm('shared')
const writePrivate = writeNoteForm('private')
const keepShared = keepDraftForm('shared')
const keepPrivate = keepDraftForm('private')

const toNotes =
  (kind: NoteKind, done: string) =>
  ({ partnership }: { partnership: string }) =>
    `${pathOf(partnership, kind)}?done=${done}`
const toNote =
  (done: string) =>
  ({ note }: { note: string }) =>
    `/notes/${note}?done=${done}`
const toList = ({ partnership, kind }: { partnership: string; kind: NoteKind }) => `${pathOf(partnership, kind)}?done=taken-back`
const toSearch = ({ partnership }: { partnership: string }) => `/partnerships/${partnership}/notebook/search`
const draftDone = ({ text }: { text: string | null }) => (text === null ? 'draft-dropped' : 'draft-kept')

export const web: readonly Route[] = [
  page('/partnerships/:partnership/notebook', signedIn, sharedPage),
  act('/partnerships/:partnership/notebook', signedIn, writeShared, writeNote, toNotes('shared', 'saved'), sharedPage),
  act(
    '/partnerships/:partnership/notebook/draft',
    signedIn,
    keepShared,
    keepDraft,
    (at, asked) => toNotes('shared', draftDone(asked))(at),
    sharedPage,
  ),
  page('/partnerships/:partnership/notebook/search', signedIn, searchPage),
  act('/partnerships/:partnership/notebook/search', signedIn, lookForForm, lookFor, toSearch, searchPage),
  page('/partnerships/:partnership/private-notes', signedIn, privatePage),
  act('/partnerships/:partnership/private-notes', signedIn, writePrivate, writeNote, toNotes('private', 'saved'), privatePage),
  act(
    '/partnerships/:partnership/private-notes/draft',
    signedIn,
    keepPrivate,
    keepDraft,
    (at, asked) => toNotes('private', draftDone(asked))(at),
    privatePage,
  ),
  page('/notes/:note', signedIn, notePage),
  act('/notes/:note/text', signedIn, rewordNoteForm, rewordNote, toNote('saved'), notePage),
  act('/notes/:note/draft', signedIn, keepChangeForm, keepChange, (at, asked) => toNote(draftDone(asked))(at), notePage),
  act('/notes/:note/sharing', signedIn, shareNoteForm, shareNote, toNotes('shared', 'note-shared'), notePage),
  act('/notes/:note/ending', signedIn, takeBackNoteForm, takeBackNote, toList, notePage),
  page('/notes/:note/versions/:version', signedIn, versionPage),
]
