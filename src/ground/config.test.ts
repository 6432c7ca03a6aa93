import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

test('Staff roles need a passkey where the house has an https address, unless the settings say otherwise.', () => {
  assert.equal(readConfig({}).passkeys, 'offered')
  assert.equal(readConfig({ LAMPLINE_URL: 'http://10.0.0.7:7070' }).passkeys, 'offered')
  assert.equal(readConfig({ LAMPLINE_URL: 'https://lampline.example' }).passkeys, 'required')
  assert.equal(readConfig({ LAMPLINE_URL: 'https://lampline.example', LAMPLINE_PASSKEYS: 'offered' }).passkeys, 'offered')
  assert.equal(readConfig({ LAMPLINE_PASSKEYS: 'required' }).passkeys, 'required')
})

test('Required where browsers know no passkeys would lock everybody out, so the house does not start; nor by a word it does not know.', () => {
  assert.throws(() => readConfig({ LAMPLINE_URL: 'http://10.0.0.7:7070', LAMPLINE_PASSKEYS: 'required' }), ConfigError)
  assert.throws(() => readConfig({ LAMPLINE_PASSKEYS: 'yes' }), ConfigError)
})
