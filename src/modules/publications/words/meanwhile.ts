import { en } from './meanwhile.en.ts'
import { es } from './meanwhile.es.ts'

export const meanwhileWords = { es, en }
