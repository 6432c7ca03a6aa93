import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLog } from '#testing/house'
import { isReserved, openMailer, withHouse } from './mailer.ts'

test('The path on a letter’s last line becomes an address; any other line stays as it is.', () => {
  const url = 'https://mentoring.example.org'
  assert.equal(withHouse('Dear you,\n\nOpen it:\n/partnerships/31', url), `Dear you,\n\nOpen it:\n${url}/partnerships/31`)
  assert.equal(withHouse('/etc/passwd\nis a file', url), '/etc/passwd\nis a file')
  assert.equal(withHouse('and/or', url), 'and/or')
  assert.equal(withHouse('see\n//evil.example/x', url), 'see\n//evil.example/x')
})

test('Without a mail server a letter is kept, and printed only where the log says all.', async () => {
  const printed: unknown[] = []
  const log = { ...silentLog, debug: (facts: unknown) => void printed.push(facts) } as unknown as typeof silentLog
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Lampline <lampline@localhost>', url: 'http://localhost:7070' }, log)
  const mail = { messageId: '<1@lampline>', address: 'a@example.org', language: 'en', title: 'T', body: 'Open:\n/me' }
  assert.deepEqual(await mailer.send(mail), { outcome: 'kept', detail: null })
  assert.deepEqual(printed, [{ address: 'a@example.org', title: 'T', body: 'Open:\nhttp://localhost:7070/me' }])
})

test('Addresses that are nobody’s by agreement are kept, never sent to: the sample writes to none.', () => {
  for (const address of ['a@lindenway.example.org', 'a@example.com', 'a@house.test', 'a@x.invalid'])
    assert.equal(isReserved(address), true, address)
  for (const address of ['a@myexample.org', 'a@example.org.af', 'a@protest', 'a@mail.localdomain'])
    assert.equal(isReserved(address), false, address)
})
