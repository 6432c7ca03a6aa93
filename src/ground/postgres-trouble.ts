/** What the operating system or PostgreSQL said about a data folder, as a sentence that says what to do. */
export function folderTrouble(error: unknown, folder: string): Error {
  const { code, message } = error as NodeJS.ErrnoException
  const said = (codes: readonly string[], pattern: RegExp) => (code ? codes.includes(code) : pattern.test(message))
  const sentence = said(['ENOSPC', 'EDQUOT'], /No space left on device|Disk quota exceeded/)
    ? `The disk of ${folder} is full. Free some space (a new database takes 200 MB), and start again.`
    : said(['EROFS'], /Read-only file system/)
      ? `The disk of ${folder} can only be read. Choose a folder that can be written: LAMPLINE_DATA=…`
      : said(['ENOTDIR', 'EEXIST'], /Not a directory/)
        ? `${folder}, or a part of its path, is a file and not a folder. Choose another: LAMPLINE_DATA=…`
        : said(['EACCES', 'EPERM'], /Permission denied/)
          ? `The account that runs Lampline may not write in ${folder}. Give it the folder, or choose another: LAMPLINE_DATA=…`
          : null
  return sentence === null ? (error as Error) : new Error(sentence, { cause: error })
}
