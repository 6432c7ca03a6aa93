import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { topicName } from '#people/topics'
import { enrolledOf, findProgramme } from './reads.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function rowsOf(db: Db, { say, params }: Asked) {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const headers = [
    say('label.code'),
    say('label.name'),
    say('label.side'),
    say('label.capacity'),
    say('label.unit'),
    say('label.grade'),
    say('label.country'),
    say('label.topics'),
    say('label.wish'),
    say('label.since'),
  ]
  const rows = (await enrolledOf(db, programme.id)).map(({ profile, side, capacity, topics, wish, enrolledAt }) => [
    profile.code,
    profile.fullName,
    say(`side.one.${side}`),
    String(capacity),
    profile.unit ?? '',
    profile.grade ?? '',
    profile.country ?? '',
    topics.map((topic) => topicName(say, topic)).join('; '),
    wish,
    enrolledAt.toString({ smallestUnit: 'second' }),
  ])
  return { programme, headers, rows }
}

export async function enrolmentsCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { programme, headers, rows } = await rowsOf(db, asked)
  return { name: `${programme.name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function enrolmentsXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { programme, headers, rows } = await rowsOf(db, asked)
  return { name: `${programme.name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}
