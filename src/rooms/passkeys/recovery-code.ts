import { createHash } from 'node:crypto'
import { secretHash } from '#ground/chance'
import { latinDigits } from '#ground/form'
import { limits } from './passkey.ts'

/** Thirty-two, five bits each; O, I and L are not among them, and read as 0 and 1 where somebody types them. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeChars = 16

/** Ten codes of 80 bits from one secret of 128: so a page can show them, and the form that keeps them carries one field. */
export function codesFrom(secret: string): string[] {
  return Array.from({ length: limits.codesASheet }, (_, at) => {
    const bytes = createHash('sha256').update(`recovery code ${at} of ${secret}`).digest().subarray(0, codeChars)
    return Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
  })
}

/** In groups of four, to be read and typed. */
export function inGroups(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(' ')
}

/** As it was meant: in any case and digits, with or without the spaces. */
export function tidyCode(typed: string): string {
  return latinDigits(typed.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/**
 * With the sheet's id in it, so that one guess is no guess at every sheet. A slow hash would protect a password that somebody chose;
 * of 80 bits of chance nobody can try enough, however fast.
 */
export function codeHashOf(sheet: string, code: string): Buffer {
  return secretHash(`${sheet}:${code}`)
}
