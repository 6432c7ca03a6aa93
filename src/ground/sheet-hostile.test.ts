import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Refusal } from './refusal.ts'
import { readSheet } from './sheet.ts'
import { writeXlsx } from './sheet-write.ts'
import { unzip, zipStored } from './sheet-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'lampline-sheet-'))
after(() => rmSync(folder, { recursive: true }))
const secret = join(folder, 'secret.txt')
writeFileSync(secret, 'CANARY-OF-A-FILE')

/** A sheet whose every part declares entities, and whose cell asks for one of them. */
async function sheetWith(doctype: string): Promise<Uint8Array> {
  const files = unzip(await writeXlsx(['code', 'name'], [['C1', 'ASKED']]), () => true, 10_000_000)
  for (const [path, content] of files) {
    const xml = content.toString().replace(/^(<\?xml[^>]*\?>)?/, (head) => `${head}${doctype}`)
    files.set(path, Buffer.from(xml.replaceAll('ASKED', '&e;')))
  }
  return zipStored(files)
}

async function readOrRefused(file: Uint8Array): Promise<string> {
  try {
    return JSON.stringify(await readSheet(file, 'x.xlsx'))
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    return error.reason
  }
}

test('A sheet that asks for a file of ours, or for an address, is not given it.', async () => {
  for (const place of [`file://${secret}`, secret, 'http://127.0.0.1:9/x']) {
    const said = await readOrRefused(await sheetWith(`<!DOCTYPE x [<!ENTITY e SYSTEM "${place}">]>`))
    assert.doesNotMatch(said, /CANARY-OF-A-FILE/)
  }
})

test('Entities that double and double again grow into nothing.', async () => {
  const doubled = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join('')
  const file = await sheetWith(`<!DOCTYPE x [<!ENTITY e0 "ha">${doubled}<!ENTITY e "&e30;">]>`)
  assert.ok((await readOrRefused(file)).length < 10_000)
})
