import { en } from './terms.en.ts'
import { es } from './terms.es.ts'

export const termsWords = { es, en }
