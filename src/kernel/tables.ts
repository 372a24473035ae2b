import type { ColumnType, Generated } from 'kysely'

/** Rows of the schema `kernel`. Only the kernel reads or writes them. */
export interface KernelTables {
  'kernel.migration': { name: string; digest: string; applied_at: ColumnType<Date, Date, never> }
  /** The ledger's leaves. `position` is the leaf's index in the tree, given by the sequencer after commit. */
  'kernel.entry': {
    id: Generated<number>
    at: Date
    module: string
    command: string
    actor: string
    leaf: string
    hash: Uint8Array
    position: number | null
  }
  'kernel.entry_topic': { topic: string; entry_id: number }
  /** Complete nodes of the RFC 6962 tree, and how many sequenced entries each module has. */
  'kernel.tree_node': { level: number; index: number; hash: Uint8Array }
  'kernel.tally': { module: string; entries: number }
  'kernel.checkpoint': { size: number; root: Uint8Array; at: Date; note: string }
  /** The random bytes behind a commitment; erasing them is what forgetting a person means in the ledger. */
  'kernel.commitment': { entry_id: number; field: string; subject: string; salt: Uint8Array }
  'kernel.counter': { series: string; value: number }
  /** What an answered request with a retry key was answered. */
  'kernel.receipt': {
    key: string
    command: string
    actor: string
    input_digest: string
    output: string | null
    at: Date
  }
  /** Sign-in failures and denials. They are not decisions: they stay out of the ledger. */
  'kernel.security_event': { id: Generated<number>; at: Date; kind: string; actor: string; detail: string }
}
