import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Slip, Values } from '#ground/form'
import { sayTo, unknownReader } from '#ground/words'
import { ErrorSummary } from './error-summary.tsx'
import { FileField, Hidden, Radios, Select, TextArea, TextField, Tick, Ticks } from './field.tsx'

const say = sayTo(unknownReader)
const choices = [
  { value: 'v', label: 'In person' },
  { value: 'p', label: 'By telephone' },
]
const again = (values: Values, ...slips: Slip[]) => ({ values, slips })
const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"><script>x</script>', "'", '</textarea>', '&quot;', '\u202e<b>'))
const marksOf = (drawn: string) => [...drawn.matchAll(/[<>"]/g)].length

test('What people typed stays text, in every field.', () => {
  const draw = (text: string) =>
    String(
      <form>
        <TextField say={say} name="a" label={text} hint={text} seen={text} again={again({ a: text })} />
        <TextArea say={say} name="b" label={text} again={again({ b: text })} />
        <Select say={say} name="c" label={text} choices={[{ value: text, label: text }]} />
        <Radios say={say} name="d" label={text} choices={[{ value: text, label: text, hint: text }]} />
        <Hidden name="e" value={text} />
        <FileField say={say} name="f" label={text} />
      </form>,
    )
  fc.assert(fc.property(hostile, (text) => assert.equal(marksOf(draw(text || 'x')), marksOf(draw('x')))))
})

test('What was typed is kept, also its first line break, before what the page would have shown.', () => {
  assert.match(String(<TextField say={say} name="a" label="A" value="old" again={again({ a: 'new' })} />), /value="new"/)
  assert.match(String(<TextField say={say} name="a" label="A" value="old" again={again({ a: '' })} />), /value=""/)
  assert.match(String(<TextArea say={say} name="a" label="A" again={again({ a: '\nnew' })} />), />\n\nnew<\/textarea>/)
  assert.match(String(<TextArea say={say} name="a" label="A" value="old" />), />\nold<\/textarea>/)
})

test('Choices are kept: none ticked stays none.', () => {
  const ticks = (values?: Values) =>
    String(<Ticks say={say} name="a" label="A" values={['v']} choices={choices} again={values && again(values)} />)
  assert.match(ticks(), /value="v" checked/)
  assert.doesNotMatch(ticks({}), /checked/)
  assert.equal([...ticks({ a: ['v', 'p'] }).matchAll(/checked/g)].length, 2)
  assert.match(String(<Radios say={say} name="a" label="A" value="v" choices={choices} again={again({ a: 'p' })} />), /value="p" checked/)
  assert.match(String(<Select say={say} name="a" label="A" value="v" choices={choices} again={again({ a: 'p' })} />), /value="p" selected/)
  assert.doesNotMatch(String(<Tick say={say} name="a" label="A" ticked again={again({})} />), /checked/)
})

test('A slip is said at the field and in the summary, which leads to the field.', () => {
  const slip = { field: 'minutes', key: 'slip.whole', facts: { min: 1, max: 600 } }
  const sentence = 'Write a whole number from 1 to 600.'
  const slipped = again({ minutes: 'x' }, slip)
  const field = String(<TextField say={say} name="minutes" label="Minutes" hint="Like 45" seen="Only you" again={slipped} />)
  assert.match(field, /id="f-minutes"[^>]*aria-invalid="true" aria-describedby="f-minutes-hint f-minutes-seen f-minutes-slip"/)
  assert.match(field, new RegExp(`id="f-minutes-slip">Error: ${sentence}`))
  const summary = String(<ErrorSummary say={say} again={slipped} />)
  assert.match(summary, /role="alert" tabindex="-1" autofocus/)
  assert.match(summary, new RegExp(`<a href="#f-minutes">${sentence}</a>`))
  assert.match(String(<ErrorSummary say={say} again={slipped} labels={{ minutes: 'Minutes' }} />), new RegExp(`>Minutes: ${sentence}</a>`))
})

test('The summary leads to the first of several choices, and to nothing where the whole page is meant.', () => {
  const slipped = again({}, { field: 'how', key: 'slip.choose' }, { field: '', key: 'slip.stale' })
  assert.match(String(<Radios say={say} name="how" label="How" choices={choices} again={slipped} />), /<input id="f-how" type="radio"/)
  assert.equal([...String(<ErrorSummary say={say} again={slipped} />).matchAll(/<a /g)].length, 1)
  assert.equal(String(<ErrorSummary say={say} again={again({})} />), '')
})

test('Numbers are typed as text, and typed text has its own direction.', () => {
  const field = String(<TextField say={say} name="a" label="A" inputmode="numeric" />)
  assert.match(field, /type="text" dir="auto"/)
  assert.match(field, /inputmode="numeric"/)
})
