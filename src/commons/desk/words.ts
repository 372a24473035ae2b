import { phrases } from '#kernel/words'
import { en } from './words.en.ts'
import { type DeskWords, es } from './words.es.ts'

export const words = { es, en }
export const say = phrases<DeskWords>(words)
