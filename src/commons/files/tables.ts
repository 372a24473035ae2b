import type { ColumnType, Generated } from 'kysely'
import type { CheckContext, Finding } from './checks/check.ts'
import type { Family } from './inspection/catalogue.ts'

/** Written as JSON text, read as the value. */
type Json<Value> = ColumnType<Value, string | undefined, string>
/** Written once, at insertion. */
type Fixed<Value> = ColumnType<Value, Value, never>

/** Rows of the schema `files`. Only this module reads or writes them. */
export interface FilesTables {
  'files.blob': {
    sha256: Fixed<string>
    bytes: Fixed<number>
    received_at: Fixed<Date>
    received_by: Fixed<string>
    sent_at: Date
    mime: string | null
    extension: string | null
    family: Family | null
    pages: number | null
    title: string | null
    language: string | null
    width_pixels: number | null
    height_pixels: number | null
    inspected_at: Date | null
    erasure_asked_at: Date | null
    erasure_asked_by: string | null
    erasure_held_by: Generated<string[]>
    erased_at: Date | null
  }
  'files.sender': { sha256: string; account: string }
  'files.blob_text': { sha256: string; text: string }
  'files.check_result': {
    key: string
    sha256: string
    check_id: string
    version: number
    result: string
    findings: Json<readonly Finding[]>
    at: Date
  }
  'files.run': {
    subject: string
    sha256: string
    context: Json<CheckContext>
    asked_at: Date
    finished_at: Date | null
    blocking: Generated<number>
    must: Generated<number>
    findings: Json<readonly Finding[]>
  }
  'files.upload': {
    id: Fixed<string>
    purpose: Fixed<string>
    name: Fixed<string>
    path: Fixed<string>
    declared_type: Fixed<string>
    bytes: Fixed<number>
    received: number
    started_by: Fixed<string>
    started_at: Fixed<Date>
    touched_at: Date
    finished_sha256: string | null
    answer: Json<unknown>
  }
}
