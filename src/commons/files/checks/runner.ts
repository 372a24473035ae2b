import type { Check, CheckContext } from './check.ts'
import { checks as allChecks } from './index.ts'
import { inspectionId, type Review } from './review.ts'
import { openReviewer, type Reviewer } from './reviewer.ts'

export interface RunnerOptions {
  /** Resident memory of the child process, its own 150 or so included. */
  readonly memoryMegabytes: number
  /** For one file, all its checks. */
  readonly seconds: number
  /** Absolute path of the child's program: `child.ts` from source, its bundle in production. */
  readonly entry: string
  /** Files reviewed at the same time; 1 by default. */
  readonly children?: number
  /** A child is replaced after so many files; 200 by default. */
  readonly filesPerChild?: number
  /** All that the child gets for an environment; nothing by default. */
  readonly environment?: Readonly<Record<string, string>>
  /** What the entry reviews with; the checks of the house by default. */
  readonly checks?: readonly Check[]
}

export interface CheckRunner {
  /** Reviews the file at an absolute path. Never throws for what is in the file. `checks`: ids, `inspection` too; all by default. */
  run(path: string, context: CheckContext, checks?: readonly string[]): Promise<Review>
  /** Ends the children; files under review come back as crashed. */
  close(): Promise<void>
}

/** Reviews files in child processes that are killed when they take too much memory or too long. */
export const openCheckRunner = (options: RunnerOptions): CheckRunner => {
  const known = options.checks ?? allChecks
  const reviewers = Array.from({ length: options.children ?? 1 }, () => openReviewer(options))
  const idle = [...reviewers]
  const waiting: ((reviewer: Reviewer) => void)[] = []
  const take = async () => idle.pop() ?? (await new Promise<Reviewer>((resolve) => waiting.push(resolve)))
  const give = (reviewer: Reviewer) => {
    const next = waiting.shift()
    if (next) next(reviewer)
    else idle.push(reviewer)
  }
  return {
    async run(path, context, ids = [...known.map((check) => check.id), inspectionId]) {
      const reviewer = await take()
      try {
        return await reviewer.review({ path, context, checks: ids }, known)
      } finally {
        give(reviewer)
      }
    },
    async close() {
      await Promise.all(reviewers.map((reviewer) => reviewer.close()))
    },
  }
}
