import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { accept } from '#partnerships/accept'
import { type GivenSide, givenProgramme, givenSide, proposed } from '#partnerships/pairs.testing'
import { reachMilestone } from '#partnerships/reach-milestone'
import { doorOf } from '#people/web.testing'
import { routes } from '#street'
import { testHouse } from '#testing/house'
import { row, saySpread, spreadOf } from './measure.ts'

/* What a Monday costs: Today and its longest card for a programme of 300 people, half of whose pairs have not met. */
const pairsMade = 140
const waitingMade = 20
const quality = 4
const timesCounted = 40

const house = await testHouse()
const { browserOf } = doorOf(house, routes)

async function givenMonday(): Promise<string> {
  const programme = await givenProgramme(house)
  const agreed = async (mentor: GivenSide, mentee: GivenSide) => {
    const id = await proposed(house, programme, mentor, mentee)
    for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
    return id
  }
  for (let nth = 0; nth < pairsMade; nth += 1) {
    const [mentor, mentee] = [await givenSide(house, programme, 'mentor'), await givenSide(house, programme, 'mentee')]
    const id = await agreed(mentor, mentee)
    if (nth % 2 === 0) await house.write((tx) => reachMilestone(tx, { partnership: id, milestone: 'meeting-held', cause: id }))
  }
  for (let nth = 0; nth < waitingMade; nth += 1) await givenSide(house, programme, 'mentee')
  house.setNow(
    house
      .now()
      .add({ hours: 24 * 40 })
      .toString(),
  )
  return programme.keeper.id
}

test('bench', async () => {
  const browser = await browserOf({ id: await givenMonday() })
  row(`of ${2 * pairsMade + waitingMade} people`, 'ms', 'bytes with style, brotli', 'of the time of one’s own page')
  const timed = async (path: string) => {
    const times: number[] = []
    for (let nth = 0; nth < timesCounted; nth += 1) {
      const start = performance.now()
      const { status } = await browser.get(path)
      if (status !== 200) throw new Error(`${status} ${path}`)
      times.push(performance.now() - start)
    }
    return times
  }
  await timed('/')
  for (const path of ['/', '/today/not-met', '/today/waiting']) {
    const [theirs, ours] = [await timed('/me'), await timed(path)]
    const { bytes } = await browser.get(path)
    const size = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
    row(`GET ${path}`, saySpread(spreadOf(ours), 1), String(size), (spreadOf(ours).median / spreadOf(theirs).median).toFixed(1))
  }
})
