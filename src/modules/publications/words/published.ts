import { en } from './published.en.ts'
import { es } from './published.es.ts'

export const publishedWords = { es, en }
