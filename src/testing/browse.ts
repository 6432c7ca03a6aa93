import { existsSync } from 'node:fs'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of `CHROMIUM`, one of the system's, else the one that comes inside a package: nothing to install by hand. */
async function executable(): Promise<{ path: string; args: string[]; env: Record<string, string> }> {
  const own = [process.env.CHROMIUM, ...places].find((path) => path !== undefined && existsSync(path))
  if (own !== undefined) return { path: own, args: quietArgs, env: {} }
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const packed = (await import('@sparticuz/chromium')).default
  const path = await packed.executablePath()
  // Its own arguments are for a place without processes: one process for all, where closing a window closes the browser.
  return { path, args: quietArgs, env: { LD_LIBRARY_PATH: '/tmp/al2023/lib', FONTCONFIG_PATH: '/tmp/fonts' } }
}

let shared: Promise<Browser> | null = null

async function openBrowser(): Promise<Browser> {
  const { path, args, env } = await executable()
  return chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } as Record<string, string>, timeout: 60_000 })
}

type Look = { width?: number; height?: number; language?: 'en' | 'fa-AF'; dark?: boolean; script?: boolean; withoutPolicy?: boolean }

/**
 * A browser window of its own: script off unless asked. `withoutPolicy` lets any script run that a page holds, whatever its policy says,
 * to see that it holds none.
 */
export async function browse(baseUrl: string, look: Look = {}): Promise<{ page: Page; context: BrowserContext }> {
  shared ??= openBrowser()
  const browser = await shared
  const context = await browser.newContext({
    baseURL: baseUrl,
    javaScriptEnabled: look.script ?? false,
    bypassCSP: look.withoutPolicy ?? false,
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    locale: look.language === 'fa-AF' ? 'fa-AF' : 'en-GB',
    colorScheme: look.dark ? 'dark' : 'light',
  })
  context.setDefaultTimeout(15_000)
  return { page: await context.newPage(), context }
}

/** A browser with a folder of its own on the disk, as a person has: what it keeps there can be looked through once it is closed. */
export async function browseWithProfile(baseUrl: string, folder: string): Promise<BrowserContext> {
  const { path, args, env } = await executable()
  const launched = { executablePath: path, args, env: { ...process.env, ...env } as Record<string, string>, timeout: 60_000 }
  const context = await chromium.launchPersistentContext(folder, { ...launched, baseURL: baseUrl, javaScriptEnabled: false })
  context.setDefaultTimeout(15_000)
  return context
}

export async function closeBrowser(): Promise<void> {
  const browser = await shared
  shared = null
  await browser?.close()
}

/** To be called once in a test file that browses. */
export function closeBrowserAfter(): void {
  after(closeBrowser)
}
