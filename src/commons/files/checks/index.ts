import { activeContent } from './active-content.ts'
import type { Check } from './check.ts'
import { duplicate } from './duplicate.ts'
import { fileName } from './file-name.ts'
import { opens } from './opens.ts'
import { realType } from './real-type.ts'
import { size } from './size.ts'
import { zipContents } from './zip-contents.ts'

/** Every automatic check, in the order in which they run: the cheap and the protecting first. */
export const checks = [size, realType, zipContents, opens, activeContent, fileName, duplicate] as const

export type CheckId = (typeof checks)[number]['id']
export type CheckRule = RulesOf<(typeof checks)[number]>

type RulesOf<One> = One extends Check<string, infer Rule> ? Rule : never
