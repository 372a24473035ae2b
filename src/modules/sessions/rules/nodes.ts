import type { Vocable, Word } from './vocabulary.ts'

// What a parameter is made of, as data: from it come the schema that admits it, the form that asks for it and the
// sentence that says it, so that none can speak of something that the others do not know.

export type Node =
  | { readonly kind: 'choice'; readonly of: Vocable }
  | { readonly kind: 'flag' }
  | { readonly kind: 'several'; readonly of: Vocable }
  /** Several, one after another: the order says something. */
  | { readonly kind: 'order'; readonly of: Vocable }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'lines' }
  | { readonly kind: 'group'; readonly fields: Fields; readonly said?: Saying | undefined }
  /** May be absent, and that it is says something. */
  | { readonly kind: 'maybe'; readonly of: Node }
  /** One of several shapes, told by its `kind`. */
  | { readonly kind: 'cases'; readonly said: Saying; readonly cases: Readonly<Record<string, Fields>> }
  | { readonly kind: 'rows'; readonly of: Node; readonly most: number }
export type Fields = Readonly<Record<string, Node>>
/** Groups and shapes that have a sentence of their own. */
export type Saying = 'span' | 'threshold' | 'majority' | 'requirement' | 'notice' | 'casting'

/** The node of a type: what it describes is exactly that type, or it does not compile. */
export type NodeOf<T> = Node & { readonly describes?: (value: T) => T }
/** What a type may lack, its node may lack too. */
type MaybeOf<T> = NodeOf<T> & { readonly kind: 'maybe' }
type Lacking<T> = { readonly [Key in keyof T]-?: object extends Pick<T, Key> ? Key : never }[keyof T]
type FieldsOf<T> = {
  readonly [Key in keyof T]-?: Key extends Lacking<T> ? MaybeOf<Exclude<T[Key], undefined>> : NodeOf<T[Key]>
}
type ShapesOf<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: FieldsOf<Omit<Extract<T, { readonly kind: Kind }>, 'kind'>>
}

export const choice = <List extends Vocable>(of: List): NodeOf<Word<List>> => ({ kind: 'choice', of })
export const several = <List extends Vocable>(of: List): NodeOf<readonly Word<List>[]> => ({ kind: 'several', of })
export const order = <List extends Vocable>(of: List): NodeOf<readonly Word<List>[]> => ({ kind: 'order', of })
export const flag: NodeOf<boolean> = { kind: 'flag' }
export const whole = (least: number, most: number): NodeOf<number> => ({ kind: 'whole', least, most })
export const label = (most: number): NodeOf<string> => ({ kind: 'text', most })
export const lines: NodeOf<readonly string[]> = { kind: 'lines' }
export const group = <T>(fields: FieldsOf<T>, said?: Saying): NodeOf<T> => ({
  ...{ kind: 'group', fields: fields as Fields, said },
})
export const maybe = <T>(of: NodeOf<T>): MaybeOf<T> => ({ kind: 'maybe', of })
export const cases = <T extends { readonly kind: string }>(said: Saying, shapes: ShapesOf<T>): NodeOf<T> => ({
  ...{ kind: 'cases', said, cases: shapes as Readonly<Record<string, Fields>> },
})
export const rows = <T>(of: NodeOf<T>, most: number): NodeOf<readonly T[]> => ({ kind: 'rows', of, most })
