import { z } from 'zod'
import { text } from '#kernel/fields'
import type { Fields, Node } from '../rules/nodes.ts'
import type { RuleParams } from '../rules/parameters.ts'
import { ruleTree } from '../rules/rule-tree.ts'
import { vocabulary } from '../rules/vocabulary.ts'

// What the tree of rules describes, as a schema: it admits exactly that, and nothing is filled in.

const mostLines = 20
const wordsOf = (of: keyof typeof vocabulary) => z.enum(vocabulary[of] as readonly string[] as [string], 'choice')
const oncePerValue = (values: readonly unknown[]) => new Set(values).size === values.length

function shapeOf(node: Node): z.ZodType {
  switch (node.kind) {
    case 'choice':
      return wordsOf(node.of)
    case 'flag':
      return z.boolean()
    case 'several':
    case 'order':
      return z.array(wordsOf(node.of)).refine(oncePerValue, 'choice')
    case 'whole':
      return z.number('number').int('whole').min(node.least).max(node.most)
    case 'text':
      return text(node.most)
    case 'lines':
      return z.array(text(100)).max(mostLines)
    case 'group':
      return z.strictObject(shapesOf(node.fields))
    case 'maybe':
      return shapeOf(node.of).optional()
    case 'cases': {
      const shapes = Object.entries(node.cases).map(([kind, fields]) =>
        z.strictObject({ kind: z.literal(kind), ...shapesOf(fields) }),
      )
      return z.discriminatedUnion('kind', shapes as unknown as [(typeof shapes)[number]], 'choice')
    }
    case 'rows':
      return z.array(shapeOf(node.of)).max(node.most)
  }
}

const shapesOf = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, node]) => [name, shapeOf(node)]))

/** A whole rule set. Its type is that of the tree, which does not compile if it is another. */
export const ruleSetShape = z.strictObject(shapesOf(ruleTree)) as unknown as z.ZodType<RuleParams>
