import type { App } from '#kernel/app'
import type { Database } from '#kernel/database'
import type { FilesTables } from './tables.ts'

/**
 * The tables of the library for what does not pass the door: what is derived from bytes, which can be thrown away and
 * read again, and how far an upload has come, which is a measurement. Decisions about files are commands.
 */
export const besideTheDoor = (app: App): Database<FilesTables> => app.db as never
