import { bytes } from '#kernel/pure/numbers'
import { Refusal } from '#kernel/refusal'
import { NoRoom, TooLarge } from '#kernel/storage'
import { say } from '../words.ts'

export const malformed = () =>
  new Refusal(
    'invalid',
    say((words) => words.malformed),
  )
export const empty = (name: string) =>
  new Refusal(
    'invalid',
    say((words) => words.empty(name)),
  )
export const tooLarge = (name: string, limitBytes: number) =>
  new Refusal(
    'invalid',
    say((words) => words.tooLarge(name, bytes(limitBytes))),
  )

/** What the storage declines, in words for whoever was uploading. Anything else passes as it is. */
export function refusalOf(error: unknown, name: string, limitBytes: number): unknown {
  if (error instanceof TooLarge) return tooLarge(name, limitBytes)
  if (error instanceof NoRoom)
    return new Refusal(
      'conflict',
      say((words) => words.noRoom),
    )
  return error
}
