import { z } from 'zod'
import { parseLocalDate } from './pure/dates.ts'

// Pieces of command input that read what forms, JSON and terminals send: text, with an empty one meaning absent.

const absent = (raw: unknown) => (typeof raw === 'string' && raw.trim() === '' ? undefined : raw)
const trimmed = (raw: unknown) =>
  typeof raw === 'string' ? absent(raw.toWellFormed().normalize('NFC').trim().replaceAll('\r\n', '\n')) : raw
const listed = (raw: unknown) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw])

// A control character in a title has never been anything but an accident or an attack; new lines and tabs are text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Text of 1 to `most` characters, trimmed, in Unicode's composed form. */
export const text = (most: number, least = 1) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .min(least)
      .max(most)
      .refine((value) => !control.test(value), 'control'),
  )
/** The number of a record. People choose it from a list: what is no number is no choice. */
export const id = z.preprocess(
  absent,
  z.coerce.number('choice').int('choice').positive('choice').max(Number.MAX_SAFE_INTEGER, 'choice'),
)
export const whole = (least: number, most: number) =>
  z.preprocess(absent, z.coerce.number('number').int('whole').min(least).max(most))
/** A day without an hour, `2026-10-16`; people may write `16/10/2026` or `16 de octubre de 2026`. */
export const day = z.preprocess(
  trimmed,
  z.string().transform((raw, context) => {
    const date = parseLocalDate(raw)
    if (!date) context.addIssue({ code: 'custom', message: 'date' })
    return date ?? z.NEVER
  }),
)
/** An instant, ISO 8601 with its zone. Pages turn a local date and time into one before they knock. */
export const instant = z.preprocess(
  absent,
  z.iso
    .datetime({ offset: true, message: 'instant' })
    .refine((raw) => isWithinCalendars(new Date(raw)), { message: 'instant' }),
)
/** Years that databases, calendars and people agree upon. */
const isWithinCalendars = (at: Date) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() < 2200
/** A number of the address of a page; anything else is as if it were absent. */
export const numberIn = (raw: string | undefined): number | undefined => id.safeParse(raw).data
export const email = z.preprocess(
  (raw) => (typeof raw === 'string' ? trimmed(raw.toLowerCase()) : raw),
  z.email().max(254),
)
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(absent, z.enum(values))
/** A checkbox: present is yes. */
export const flag = z.preprocess((raw) => raw === true || raw === 'true' || raw === 'on' || raw === '1', z.boolean())
export const several = <Item extends z.ZodType>(item: Item, most: number, least = 0) =>
  z.preprocess(listed, z.array(item).min(least).max(most))
export const optional = <Value extends z.ZodType>(schema: Value) => z.preprocess(absent, schema.optional())
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** The version of the record that the writer saw: without it nothing is decided, and a stale one is a conflict. */
export const version = z.preprocess(absent, z.coerce.number('unseen').int().min(0))
