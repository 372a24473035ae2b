import { en } from './staff.en.ts'
import { es } from './staff.es.ts'

export const staffWords = { es, en }
