import pg from 'pg'

/** The server that the tests run on: `LAMPLINE_TEST_URL`, set by bin/test, with a template database migrated once. */
export const templateName = 'lampline_template'

export function testServerUrl(): string {
  const url = process.env.LAMPLINE_TEST_URL
  if (!url) throw new Error('LAMPLINE_TEST_URL is not set: run the tests through "npm test", or "bin/test FILE".')
  return url
}

/** From here on the tests of this process, and the processes that they start, use this server. */
export function useServer(url: string): void {
  process.env.LAMPLINE_TEST_URL = url
}

/** How often the kill test kills: `LAMPLINE_TEST_KILLS`, for a longer run than each time. */
export const killsAsked = Number(process.env.LAMPLINE_TEST_KILLS ?? 100)

/** Where a database of that name stands on the test server, for a role. */
export function urlOf(database: string, user?: string): string {
  const url = new URL(testServerUrl())
  url.pathname = `/${database}`
  if (user !== undefined) {
    url.username = user
    url.password = ''
  }
  return url.href
}

export async function onServer<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(database) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
