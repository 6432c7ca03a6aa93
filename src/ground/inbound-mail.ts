import { createHash } from 'node:crypto'
import PostalMime, { addressParser, type Email, type Header } from 'postal-mime'
import { type CalendarReply, readReplies } from './calendar-reply.ts'

export const inboundLimits = {
  bytesMax: 1_000_000,
  /** The parser takes some microseconds for each; a megabyte of base64 has 13,000. */
  linesMax: 50_000,
  headerBytesMax: 200_000,
  nestingMax: 20,
  calendarsMax: 5,
  headersReadMax: 20,
  findingsCharsMax: 4_000,
} as const

/** What a letter to this house says, as far as a calendar program wrote it; its words are read by nobody. */
export type InboundMail = {
  /** The name that its sender gave the letter, or a hash of the whole. */
  messageId: string
  /** In small letters; null where it does not say, or names more than one. */
  from: string | null
  /** Our own mail server found that it does not come from where it says. */
  isRefused: boolean
  replies: CalendarReply[]
}

/** Reads a letter as it came; null where it is none, or is bigger or deeper than any answer. */
export async function readInboundMail(raw: Uint8Array): Promise<InboundMail | null> {
  if (raw.length === 0 || raw.length > inboundLimits.bytesMax || linesOf(raw) > inboundLimits.linesMax) return null
  const mail = await parse(raw)
  if (mail === null) return null
  const { headers, messageId } = mail
  return {
    messageId: messageId ?? createHash('sha256').update(raw).digest('hex'),
    from: senderOf(headers),
    isRefused: isRefused(headers),
    replies: calendarsIn(mail).flatMap(readReplies),
  }
}

async function parse(raw: Uint8Array): Promise<Email | null> {
  const { headerBytesMax: maxHeadersSize, nestingMax: maxNestingDepth } = inboundLimits
  try {
    return await PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true, maxHeadersSize, maxNestingDepth })
  } catch {
    // It throws plain errors at what is too deep or too long, and at nothing else.
    return null
  }
}

const newline = 0x0a

function linesOf(raw: Uint8Array): number {
  let lines = 1
  for (let at = raw.indexOf(newline); at !== -1; at = raw.indexOf(newline, at + 1)) lines += 1
  return lines
}

/** The one address of the one From line: of two, a server may have looked at the other. */
function senderOf(headers: readonly Header[]): string | null {
  const [line, second] = headers.filter(({ key }) => key === 'from')
  const [sender, other] = line === undefined || second !== undefined ? [] : addressParser(line.value)
  return sender?.address && other === undefined ? sender.address.toLowerCase() : null
}

/** The same answer often stands in a letter twice: beside its words, and as a file. */
function calendarsIn({ attachments }: Email): string[] {
  const texts = attachments
    .filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
    .map(({ content }) => String(content))
  return [...new Set(texts)].slice(0, inboundLimits.calendarsMax)
}

const failed = /^(?:dmarc|spf|dkim)\s*=\s*(?:soft)?fail\b/i
const passed = /^dmarc\s*=\s*pass\b/i

/**
 * Whether the server that took the letter says that it is not from where it says (RFC 8601). The headers that it writes stand above all
 * others and begin with its name; what stands below them may be the sender's own. A forwarded letter may fail one check and pass DMARC.
 */
function isRefused(headers: readonly Header[]): boolean {
  const results = headers.filter(({ key }) => key === 'authentication-results').slice(0, inboundLimits.headersReadMax)
  const said = results.map(({ value }) => statementsOf(value))
  const ours = said.filter(([server]) => server === said[0]?.[0]).flat()
  return ours.some((one) => failed.test(one)) && !ours.some((one) => passed.test(one))
}

/**
 * The server's name, then one finding each. What is quoted or in brackets may be the sender's words, such as an address. No server writes
 * more than so many characters, and quotes that never end take the square of their number.
 */
function statementsOf(value: string): string[] {
  const bare = value
    .slice(0, inboundLimits.findingsCharsMax)
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .replace(/\([^()]*\)/g, '')
  const [server = '', ...findings] = bare.split(';').map((one) => one.trim())
  return [server.split(/\s/, 1)[0]?.toLowerCase() ?? '', ...findings]
}
