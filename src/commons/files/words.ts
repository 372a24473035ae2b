import { phrases } from '#kernel/words'
import { en } from './words.en.ts'
import { es, type FilesWords } from './words.es.ts'

export const say = phrases<FilesWords>({ es, en })
