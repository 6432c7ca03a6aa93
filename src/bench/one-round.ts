import { suggest } from '#matching/suggest'
import { bigCrowd } from './big-crowd.ts'

/* A round as a request runs it, from profiles to pairs with reasons, what the other way costs, whom to look for and the proof: seconds. */
const [people = '300', warmUps = '0'] = process.argv.slice(2)
const crowd = bigCrowd(Number(people) / 2, Number(people) / 2, 1)
for (let n = 0; n < Number(warmUps); n++) suggest(crowd)
const start = performance.now()
suggest(crowd)
console.log(JSON.stringify((performance.now() - start) / 1_000))
