import { phrases } from '#kernel/words'
import { en } from './today.en.ts'
import { es, type TodayWords } from './today.es.ts'

export const sayToday = phrases<TodayWords>({ es, en })
