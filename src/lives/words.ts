import { phrases } from '#kernel/words'
import { en } from './words.en.ts'
import { es, type LivesWords } from './words.es.ts'

export const words = { es, en }
export const say = phrases<LivesWords>(words)
