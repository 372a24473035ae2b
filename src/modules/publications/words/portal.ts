import { en } from './portal.en.ts'
import { es } from './portal.es.ts'

export const portalWords = { es, en }
