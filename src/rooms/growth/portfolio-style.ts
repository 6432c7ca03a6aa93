/** The style of the file that a person takes along: it stands alone, on screen and on paper, from either side. */
export const portfolioStyle = `
:root { color-scheme: light; --line: #d9cbb0; --soft: #5e564a; --lapis: #26478d; --plum: #6b3f73; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 44rem; background: #fff; color: #2a2620; font: 17px/1.6 system-ui, sans-serif; }
[lang|=fa] { font-family: "Noto Naskh Arabic", "Noto Sans Arabic", Vazirmatn, Tahoma, sans-serif; line-height: 1.9; }
h1, h2, h3 { line-height: 1.35; margin: 0 0 .4rem; } h1 { font-size: 1.7rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
h3 { font-size: 1rem; } p, ul { margin: 0 0 .6rem; } .soft { color: var(--soft); font-size: .9rem; }
section > div { border-top: 1px solid var(--line); padding: .8rem 0; break-inside: avoid; } svg { max-width: 24rem; display: block; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; vertical-align: top; padding: .2rem .6rem .2rem 0; }
th { white-space: nowrap; }
[dir=rtl] :is(th, td) { padding: .2rem 0 .2rem .6rem; }
@page { margin: 18mm; } @media print { body { padding: 0; font-size: 11pt; max-width: none; } h2 { break-after: avoid; } }
`
