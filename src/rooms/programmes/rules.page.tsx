import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { type Say, sayKey } from '#ground/words'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select, TextField, Tick, Ticks } from '#ui/field'
import { Name } from '#ui/name'
import { findProgramme, rulesInForce } from './reads.ts'
import { attributes, comparable, criteria, preferenceWords, type Rules, weightWords } from './rules.ts'
import { Theirs } from './rules-theirs.page.tsx'

type Props = { say: Say; rules: Rules; again: Again | undefined }

/** What removes a pair, what makes a good one, and what is preferred, each in a sentence. */
export async function rulesPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const { version, rules } = await rulesInForce(db, programme.id)
  const stale = again?.slips.some(({ key }) => key === 'refusal.programmes.rulesChanged')
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}`}>
          <Name name={programme.name} />
        </a>
      </p>
      <h1>{say('page.rules.head')}</h1>
      <p>{say('page.rules.lead')}</p>
      <ErrorSummary say={say} again={again} />
      {stale && again ? <Theirs say={say} rules={rules} typed={again.values} /> : null}
      <form method="post" action={`/programmes/${programme.id}/rules`}>
        <Hidden name="version" value={String(version)} />
        <Hidden name="bestStands" value={rules.bestLevel.mentorStands} />
        <h2>{say('page.rules.hard')}</h2>
        <p class="soft">{say('page.rules.hard-lead')}</p>
        <HardRules say={say} rules={rules} again={again} />
        <h2>{say('page.rules.weights')}</h2>
        <p class="soft">{say('page.rules.weights-lead')}</p>
        <Weights say={say} rules={rules} again={again} />
        <h2>{say('page.rules.preferences')}</h2>
        <p class="soft">{say('page.rules.preferences-lead')}</p>
        <Preferences say={say} rules={rules} again={again} />
        <button type="submit">{say('page.rules.save')}</button>
      </form>
    </>
  )
  return { title: say('page.rules.title', { programme: programme.name }), body }
}

function HardRules({ say, rules, again }: Props) {
  const { hard, bestLevel } = rules
  const choices = <T extends string>(field: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: sayKey(say, `rule.${field}.${value}`) }))
  return (
    <>
      <Radios
        say={say}
        name="lineManagement"
        label={say('rule.lineManagement')}
        value={hard.lineManagement}
        again={again}
        choices={choices('lineManagement', ['chain', 'manager', 'allowed'])}
      />
      <Radios
        say={say}
        name="sameUnit"
        label={say('rule.sameUnit')}
        value={hard.sameUnit}
        again={again}
        choices={choices('sameUnit', ['forbidden', 'allowed'])}
      />
      <Radios
        say={say}
        name="grades"
        label={say('rule.grades')}
        value={hard.grades?.mentorStands ?? 'any'}
        again={again}
        choices={choices('grades', ['above', 'below', 'any'])}
      />
      <TextField
        say={say}
        name="gradesMin"
        label={say('rule.gradesMin')}
        value={say.number(hard.grades?.min ?? 0)}
        inputmode="numeric"
        short
        again={again}
      />
      <TextField
        say={say}
        name="bestMin"
        label={say('rule.bestMin')}
        value={say.number(bestLevel.min)}
        inputmode="numeric"
        short
        again={again}
      />
      <TextField
        say={say}
        name="bestMax"
        label={say('rule.bestMax')}
        value={bestLevel.max === null ? '' : say.number(bestLevel.max)}
        inputmode="numeric"
        short
        optional
        again={again}
      />
      <TextField
        say={say}
        name="languagesInCommonMin"
        label={say('rule.languagesInCommonMin')}
        value={say.number(hard.languagesInCommonMin)}
        inputmode="numeric"
        short
        again={again}
      />
      <TextField
        say={say}
        name="hoursInCommonMin"
        label={say('rule.hoursInCommonMin')}
        value={say.number(hard.hoursInCommonMin)}
        inputmode="numeric"
        short
        again={again}
      />
      <Tick
        say={say}
        name="withoutAttributes"
        label={say('rule.withoutAttributes')}
        hint={say('rule.withoutAttributes.hint')}
        ticked={rules.withoutAttributes}
        again={again}
      />
      <Ticks
        say={say}
        name="sameRequired"
        label={say('rule.sameRequired')}
        hint={say('rule.sameRequired.hint')}
        values={hard.sameRequired}
        again={again}
        row
        choices={attributes.map((value) => ({ value, label: sayKey(say, `criterion.${value}`) }))}
      />
    </>
  )
}

function Weights({ say, rules, again }: Props) {
  return (
    <>
      {criteria.map((criterion) => (
        <Select
          say={say}
          name={`weight-${criterion}`}
          label={sayKey(say, `criterion.${criterion}`)}
          value={rules.weights[criterion]}
          again={again}
          choices={weightWords.map((value) => ({ value, label: say(`weight.${value}`) }))}
        />
      ))}
    </>
  )
}

function Preferences({ say, rules, again }: Props) {
  return (
    <>
      {comparable.map((one) => (
        <Select
          say={say}
          name={`prefer-${one}`}
          label={sayKey(say, `criterion.${one}`)}
          value={rules.preferences[one]}
          again={again}
          choices={preferenceWords.map((value) => ({ value, label: say(`prefer.${value}`) }))}
        />
      ))}
    </>
  )
}
