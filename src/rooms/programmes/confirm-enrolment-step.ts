import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { mayCoordinate } from '#people/may'
import { pathwayOf } from './pathway-reads.ts'
import { isCoordinators, personSteps } from './programme-road.ts'
import { findEnrolment } from './reads.ts'
import { insertEnrolmentStep } from './writes.ts'

export type EnrolmentStepAsked = { enrolment: string; stage: string; criterion: string }

/** What is confirmed of a person before they are paired: by the coordinator, or by the person; the same again changes nothing. */
export async function confirmEnrolmentStep(
  tx: Tx,
  { enrolment: id, stage, criterion: key }: EnrolmentStepAsked,
): Promise<EnrolmentStepAsked> {
  const enrolment = found(await findEnrolment(tx, id))
  const step = personSteps(await pathwayOf(tx, enrolment.programme), enrolment.side).find(
    (one) => one.stage.key === stage && one.criterion.key === key,
  )
  const may = step && (isCoordinators(step.criterion) ? mayCoordinate(tx, enrolment.programme) : tx.scope.person === enrolment.person)
  if (!may) missing()
  if (enrolment.withdrawnAt !== null) refuse('programmes.withdrawn')
  assert(tx.by, 'somebody confirms')

  const { programme, organisation } = enrolment
  const isNew = await insertEnrolmentStep(tx, { enrolment: id, programme, stage, criterion: key, by: tx.by })
  if (isNew) await tx.note('enrolment.step-confirmed', id, { organisation, programme }, { stage, criterion: key })
  return { enrolment: id, stage, criterion: key }
}
