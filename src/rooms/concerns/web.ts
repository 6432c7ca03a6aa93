import { isId } from '#ground/form'
import { act, page, type Route } from '#ground/route'
import { administers, anyone, officer } from '#people/gates'
import { acknowledge } from './acknowledge.ts'
import { addToConcern } from './add-to-concern.ts'
import { answerConcern } from './answer-concern.ts'
import { askLift } from './ask-lift.ts'
import {
  addForm,
  answerForm,
  concernForm,
  endForm,
  helplinesForm,
  holdForm,
  liftForm,
  noteForm,
  officerForm,
  openForm,
  pairForm,
} from './concern.form.ts'
import { concernPage } from './concern.page.tsx'
import { confirmLift } from './confirm-lift.ts'
import { deskPage } from './desk.page.tsx'
import { disclosurePage } from './disclosure.page.tsx'
import { endConcern } from './end-concern.ts'
import { followPage } from './follow.page.tsx'
import { helplinesPage } from './helplines.page.tsx'
import { holdPair } from './hold-pair.ts'
import { nameOfficer } from './name-officer.ts'
import { namePair } from './name-pair.ts'
import { officersPage } from './officers.page.tsx'
import { openConcern } from './open-concern.ts'
import { raiseConcernForm } from './raise-concern.form.ts'
import { raiseConcernPage } from './raise-concern.page.tsx'
import { raiseConcern } from './raise-concern.ts'
import { setHelplines } from './set-helplines.ts'
import { writeNote } from './write-note.ts'

const toConcern = (done: string) => (_result: unknown, input: { concern: string }) => `/concerns/${input.concern}?done=${done}`
const back = (done: string) => (result: { concern: string }) => `/concerns/${result.concern}?done=${done}`

export const web: readonly Route[] = [
  page('/concern', anyone, raiseConcernPage),
  act(
    '/concern',
    anyone,
    raiseConcernForm,
    (tx, told, { me, caller }) =>
      raiseConcern(tx, { ...told, organisation: me?.organisation ?? told.organisation, network: caller.network }),
    (_done, { reference }) => `/concern/${reference}?done=concern-raised`,
    raiseConcernPage,
    { asNobody: ({ anonymous }) => anonymous },
  ),
  act(
    '/concern/opening',
    anyone,
    openForm,
    openConcern,
    (_done, { reference }) => `/concern/${encodeURIComponent(reference)}`,
    raiseConcernPage,
    {
      asNobody: () => true,
    },
  ),
  page('/concern/:reference', anyone, followPage),
  act(
    '/concern/:reference/messages',
    anyone,
    addForm,
    (tx, added, { caller }) => addToConcern(tx, { ...added, network: caller.network }),
    (_done, { reference }) => `/concern/${encodeURIComponent(reference)}?done=concern-added`,
    followPage,
    // Who comes by the secret is nobody, signed in or not.
    { asNobody: ({ reference }) => !isId(reference) },
  ),
  page('/concerns', officer, deskPage),
  page('/concerns/:concern', officer, concernPage),
  act('/concerns/:concern/acknowledgement', officer, concernForm, acknowledge, toConcern('concern-acknowledged'), concernPage),
  act('/concerns/:concern/messages', officer, answerForm, answerConcern, toConcern('concern-answered'), concernPage),
  act('/concerns/:concern/notes', officer, noteForm, writeNote, toConcern('saved'), concernPage),
  act('/concerns/:concern/pairs', officer, pairForm, namePair, toConcern('saved'), concernPage),
  act('/concerns/:concern/holds', officer, holdForm, holdPair, toConcern('concern-held'), concernPage),
  act('/concerns/:concern/ending', officer, endForm, endConcern, toConcern('concern-ended'), concernPage),
  page('/concerns/:concern/disclosures/:disclosure', officer, disclosurePage),
  act('/concern-holds/:hold/lifting', officer, liftForm, askLift, back('lift-asked'), concernPage),
  act('/concern-holds/:hold/lifting/confirmation', officer, liftForm, confirmLift, back('lift-confirmed'), concernPage),
  page('/helplines', officer, helplinesPage),
  act(
    '/helplines',
    officer,
    helplinesForm,
    (tx, input, { me }) => setHelplines(tx, { ...input, organisation: me?.organisation ?? '' }),
    () => '/helplines?done=saved',
    helplinesPage,
  ),
  page('/safeguarding', administers, officersPage),
  act(
    '/safeguarding',
    administers,
    officerForm,
    (tx, input, { me }) => nameOfficer(tx, { ...input, organisation: me?.organisation ?? '' }),
    () => '/safeguarding?done=role-given',
    officersPage,
  ),
]
