import { act, actOutside, page, type Route } from '#ground/route'
import { administers, anyone } from '#people/gates'
import { afterEntering } from '#people/sign-in'
import { beginSignOn } from './begin-sign-on.ts'
import { endProvider } from './end-provider.ts'
import { beforeFinish, finishSignOn, learnWhoCame } from './finish-sign-on.ts'
import { providerPage } from './provider.page.tsx'
import { beforeSetUp, lookAtProvider, setUpProvider } from './set-up-provider.ts'
import { beginForm, endForm, findForm, finishForm, setUpForm } from './signon.form.ts'
import { backPage, beginPage, findPage, goingPage } from './with.page.tsx'

const withNext = (path: string, next: string | null) => (next === null ? path : `${path}?next=${encodeURIComponent(next)}`)
const pathOf = ({ organisation }: { organisation: string }) => `/organisations/${organisation}/sign-on`

export const web: readonly Route[] = [
  page('/sign-on', anyone, findPage),
  act(
    '/sign-on',
    anyone,
    findForm,
    async (_tx, found) => found,
    ({ name, next }) => withNext(`/sign-in/with/${name}`, next),
    findPage,
  ),
  page('/sign-in/with/:name', anyone, beginPage),
  act(
    '/sign-in/with/:name',
    anyone,
    beginForm,
    async (tx, input, { me, caller }) => (me ? null : beginSignOn(tx, { ...input, browser: caller.browser })),
    (begun) => (begun ? `/sign-in/with/${begun.name}/going/${begun.id}` : '/'),
    beginPage,
  ),
  page('/sign-in/with/:name/going/:try', anyone, goingPage),
  page('/sign-in/with/:name/callback', anyone, backPage),
  actOutside(
    '/sign-in/with/:name/callback',
    anyone,
    finishForm,
    {
      ask: async (db, input, asked) => (asked.me ? null : beforeFinish(db, { ...input, ...asked.caller }, asked)),
      go: async (coming) => (coming ? learnWhoCame(coming) : null),
    },
    async (tx, input, claims, { caller }) => (claims ? finishSignOn(tx, { ...input, ...caller }, claims) : null),
    (entered, { name }) => (entered ? afterEntering(entered, { closed: `/sign-in/with/${name}`, wrong: `/sign-in/with/${name}` }) : '/'),
    backPage,
  ),
  page('/organisations/:organisation/sign-on', administers, providerPage),
  actOutside(
    '/organisations/:organisation/sign-on',
    administers,
    setUpForm,
    { ask: (db, input, { goesInside }) => beforeSetUp(db, input, goesInside), go: lookAtProvider },
    setUpProvider,
    (_done, input) => `${pathOf(input)}?done=saved`,
    providerPage,
  ),
  act(
    '/organisations/:organisation/sign-on/ending',
    administers,
    endForm,
    endProvider,
    (_done, input) => `${pathOf(input)}?done=saved`,
    providerPage,
  ),
]
