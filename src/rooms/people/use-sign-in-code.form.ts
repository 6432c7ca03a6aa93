import { z } from 'zod'
import { formOf, line } from '#ground/form'

const codeCharsMax = 40

export const useSignInCodeForm = formOf(z.object({ code: line(codeCharsMax, 'slip.sign-in.code') }))
