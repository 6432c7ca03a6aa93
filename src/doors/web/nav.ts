import type { Me } from '#ground/route'
import type { Say } from '#ground/words'

/** Four places at most: where one is, and what one may keep. */
export function navFor(me: Me | null, path: string, say: Say): { href: string; label: string; current: boolean }[] {
  if (!me) return []
  const places = [{ href: '/', label: say('nav.home') }]
  if (me.keeps) places.push({ href: `/organisations/${me.organisation}/people`, label: say('nav.people') })
  places.push({ href: '/programmes', label: say('nav.programmes') })
  if (me.administers) places.push({ href: '/outbox', label: say('nav.outbox') })
  return places.map((place) => ({ ...place, current: place.href === '/' ? path === '/' : path.startsWith(place.href) }))
}
