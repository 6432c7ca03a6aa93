/** A spreadsheet runs a cell as a formula when it begins like this; so does ours once a leading apostrophe has been taken off. */
const formula = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/
const defused = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** Puts an apostrophe before what a spreadsheet would run. */
export function defuse(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** Takes the apostrophe off again, so that a sheet that left us comes back as it was: `restore(defuse(x))` is x. */
export function restore(cell: string): string {
  return defused.test(cell) ? cell.slice(1) : cell
}
