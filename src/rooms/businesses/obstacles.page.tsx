import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, Select, TextField } from '#ui/field'
import { Card, Tag } from '#ui/notice'
import { When } from '#ui/when'
import { limits, type Obstacle, obstacleKinds } from './business.ts'

type ObstaclesProps = { say: Say; business: string; obstacles: readonly Obstacle[]; formId: string; again: Again | undefined }

/** What stands in the way of a business, how far one is with it, and the form for what comes new. */
export function Obstacles({ say, business, obstacles, formId, again }: ObstaclesProps) {
  return (
    <>
      <h2>{say('page.business.obstacles')}</h2>
      {obstacles.map((obstacle) => (
        <ObstacleCard say={say} obstacle={obstacle} />
      ))}
      <form method="post" action={`/businesses/${business}/obstacles`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Select
          say={say}
          name="kind"
          label={say('page.business.obstacle')}
          choices={obstacleKinds.map((value) => ({ value, label: say(`obstacle.${value}`) }))}
          empty={say('page.register.choose')}
          again={again}
        />
        <TextField
          say={say}
          name="line"
          label={say('page.business.line')}
          seen={say('seen.business')}
          maxlength={limits.lineCharsMax}
          optional
          again={again}
        />
        <button type="submit" class="second">
          {say('page.business.raise')}
        </button>
      </form>
    </>
  )
}

const kinds = { raised: 'wait', 'worked-on': 'wait', overcome: 'good', 'given-up': 'bad' } as const

function ObstacleCard({ say, obstacle }: { say: Say; obstacle: Obstacle }) {
  const next = (['worked-on', 'overcome', 'given-up'] as const).filter((state) => state !== obstacle.state)
  return (
    <Card>
      <p>
        <strong>{say(`obstacle.${obstacle.kind}`)}</strong>{' '}
        <Tag kind={kinds[obstacle.state]}>{say(`obstacle.state.${obstacle.state}`)}</Tag>{' '}
        <span class="soft">
          <When say={say} at={obstacle.at} day />
        </span>
      </p>
      {obstacle.line === null ? null : <p dir="auto">{obstacle.line}</p>}
      <div class="deeds">
        {next.map((state) => (
          <Button
            action={`/obstacles/${obstacle.id}/state`}
            label={say(`obstacle.mark.${state}`)}
            kind="quiet"
            little
            fields={{ state }}
            of={say(`obstacle.${obstacle.kind}`)}
          />
        ))}
      </div>
    </Card>
  )
}
