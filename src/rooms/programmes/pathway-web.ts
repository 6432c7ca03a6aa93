import { z } from 'zod'
import { formOf, id, line, maybeLine } from '#ground/form'
import { act, file, page, type Route } from '#ground/route'
import { coordinatesProgramme, signedIn } from '#people/gates'
import { bringPathway, copyPathway } from './bring-pathway.ts'
import { changePathway } from './change-pathway.ts'
import { confirmEnrolmentStep } from './confirm-enrolment-step.ts'
import { confirmProgrammeStep } from './confirm-programme-step.ts'
import { enrolmentPage } from './enrolment.page.tsx'
import { moveProgramme } from './move-programme.ts'
import { pathwayPage } from './pathway.page.tsx'
import { pathwayLimits } from './pathway-forms.ts'
import {
  bringPathwayForm,
  clauseForm,
  copyPathwayForm,
  newClauseForm,
  newQuestionForm,
  noClauseForm,
  noQuestionForm,
  questionForm,
  questionPlaceForm,
  remindersForm,
  rhythmForm,
  stageForm,
} from './pathway-part.form.ts'
import { clausePage, remindersPage, rhythmPage, stagePage } from './pathway-part.page.tsx'
import { questionPage, questionsPage } from './pathway-question.page.tsx'
import { pathwayJson, pathwaySourcePage } from './pathway-source.page.tsx'
import { reasonCharsMax } from './programme-stages.tsx'

/** Room for the other fields beside a pathway file. */
export const fieldsBytesMax = 60_000
const keyCharsMax = 40
const withFile = { bodyBytesMax: pathwayLimits.bytesMax + fieldsBytesMax }

const key = line(keyCharsMax)
const programmeStepForm = formOf(z.object({ programme: id, stage: key, criterion: key }))
const moveForm = formOf(z.object({ programme: id, from: key, to: key, reason: maybeLine(reasonCharsMax) }))
const enrolmentStepForm = formOf(z.object({ enrolment: id, stage: key, criterion: key }))

const base = '/programmes/:programme/pathway'
const toPathway = ({ programme }: { programme: string }) => `/programmes/${programme}/pathway?done=saved`
const toForm = (_done: unknown, _input: unknown, { params }: { params: Readonly<Record<string, string>> }) =>
  `/programmes/${params.programme}/pathway/forms/${params.form}?done=saved`

export const pathwayWeb: readonly Route[] = [
  page(base, coordinatesProgramme, pathwayPage),
  file(`${base}.json`, coordinatesProgramme, pathwayJson),
  page(`${base}/source`, coordinatesProgramme, pathwaySourcePage),
  act(`${base}/source`, coordinatesProgramme, copyPathwayForm, copyPathway, toPathway, pathwaySourcePage),
  // Where a refused form is drawn again, its address can be read too.
  page(`${base}/file`, coordinatesProgramme, pathwaySourcePage),
  act(`${base}/file`, coordinatesProgramme, bringPathwayForm, bringPathway, toPathway, pathwaySourcePage, withFile),
  page(`${base}/stages/:stage`, coordinatesProgramme, stagePage),
  act(`${base}/stages/:stage`, coordinatesProgramme, stageForm, changePathway, toPathway, stagePage),
  page(`${base}/rhythm`, coordinatesProgramme, rhythmPage),
  act(`${base}/rhythm`, coordinatesProgramme, rhythmForm, changePathway, toPathway, rhythmPage),
  page(`${base}/reminders`, coordinatesProgramme, remindersPage),
  act(`${base}/reminders`, coordinatesProgramme, remindersForm, changePathway, toPathway, remindersPage),
  page(`${base}/clauses`, coordinatesProgramme, clausePage),
  act(`${base}/clauses`, coordinatesProgramme, newClauseForm, changePathway, toPathway, clausePage),
  page(`${base}/clauses/:clause`, coordinatesProgramme, clausePage),
  act(`${base}/clauses/:clause`, coordinatesProgramme, clauseForm, changePathway, toPathway, clausePage),
  act(`${base}/clauses/:clause/removal`, coordinatesProgramme, noClauseForm, changePathway, toPathway, clausePage),
  page(`${base}/forms/:form`, coordinatesProgramme, questionsPage),
  page(`${base}/forms/:form/questions`, coordinatesProgramme, questionPage),
  act(`${base}/forms/:form/questions`, coordinatesProgramme, newQuestionForm, changePathway, toForm, questionPage),
  page(`${base}/forms/:form/questions/:question`, coordinatesProgramme, questionPage),
  act(`${base}/forms/:form/questions/:question`, coordinatesProgramme, questionForm, changePathway, toForm, questionPage),
  act(`${base}/forms/:form/questions/:question/removal`, coordinatesProgramme, noQuestionForm, changePathway, toForm, questionsPage),
  act(`${base}/forms/:form/questions/:question/place`, coordinatesProgramme, questionPlaceForm, changePathway, toForm, questionsPage),
  act('/programmes/:programme/steps', coordinatesProgramme, programmeStepForm, confirmProgrammeStep, toPathway, pathwayPage),
  act('/programmes/:programme/stages', coordinatesProgramme, moveForm, moveProgramme, toPathway, pathwayPage),
  act(
    '/enrolments/:enrolment/steps',
    signedIn,
    enrolmentStepForm,
    confirmEnrolmentStep,
    ({ enrolment }) => `/enrolments/${enrolment}?done=saved`,
    enrolmentPage,
  ),
]
