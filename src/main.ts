import { main } from '#doors/cli/cli'
import { openGround, openHouse } from './house.ts'
import { jobs, routes } from './street.ts'

process.exitCode = await main(process.argv.slice(2), process.env, { openHouse, openGround }, { jobs, routes })
