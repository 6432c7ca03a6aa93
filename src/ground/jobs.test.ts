import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { errand, type Write } from './jobs.ts'

const house = await testHouse()
const open: string[] = []
const write: Write = async (work) => {
  open.push('open')
  try {
    return await house.write(work)
  } finally {
    open.pop()
  }
}

test('An errand takes what is due, works while no transaction is open, and settles each by itself.', async () => {
  const [settled, atWork]: [string[], number[]] = [[], []]
  let working = 0
  const steps = {
    claim: async () => ['one', 'two', 'three', 'four'],
    work: async (task: string) => {
      assert.deepEqual(open, [])
      working += 1
      atWork.push(working)
      await new Promise((resolve) => setTimeout(resolve, 5))
      working -= 1
      if (task === 'two') throw new Error('lost outside')
      return `${task} brought`
    },
    settle: async (_tx: unknown, _task: string, brought: string) => {
      settled.push(brought)
    },
    atOnceMax: 1,
  }
  await assert.rejects(errand('test', '* * * * *', steps).run(write), /lost outside/)
  assert.deepEqual(settled, ['one brought', 'three brought', 'four brought'])
  assert.equal(Math.max(...atWork), 1)
})

test('Nothing due is nothing done.', async () => {
  const steps = { claim: async () => [], work: async () => assert.fail('went out'), settle: async () => {}, atOnceMax: 4 }
  await errand('test', '* * * * *', steps).run(write)
})
