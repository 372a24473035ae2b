import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Socket } from 'node:net'
import type { Check } from './check.ts'
import type { Reply, Request } from './listen.ts'
import { residentMegabytes } from './memory.ts'
import { cutShort, type Failure, gather, type Progress, type Review } from './review.ts'
import type { RunnerOptions } from './runner.ts'

/** One child process and its successors: it is born when needed and replaced when it dies or grows old. */
export interface Reviewer {
  review(request: Request, known: readonly Check[]): Promise<Review>
  close(): Promise<void>
}

const startSeconds = 30
const pollMilliseconds = 100

export const openReviewer = (options: RunnerOptions): Reviewer => {
  let child: ChildProcess | null = null
  let reviewed = 0
  let closed = false
  const end = () => {
    child?.kill('SIGKILL')
    child = null
    reviewed = 0
  }
  return {
    async review(request, known) {
      const asked = known.filter((check) => request.checks.includes(check.id))
      if (closed) return cutShort([], asked, 'crashed')
      if (child && !child.connected) end()
      child ??= await start(options)
      if (closed) end()
      if (!child) return cutShort([], asked, 'crashed')
      const { told, failure, megabytes } = await watch(child, request, options)
      reviewed += 1
      const isOld = reviewed >= (options.filesPerChild ?? 200) || megabytes > options.memoryMegabytes / 2
      if (isOld || (failure && failure !== 'unreadable')) end()
      return failure ? cutShort(told, asked, failure) : gather(told)
    },
    async close() {
      closed = true
      end()
    },
  }
}

/** A child with an empty environment at the root of the disk. Throws when it does not come up: no file is to blame. */
const start = async (options: RunnerOptions): Promise<ChildProcess> => {
  const child = fork(options.entry, [], {
    cwd: '/',
    env: { ...options.environment },
    execArgv: [`--max-old-space-size=${options.memoryMegabytes}`, ...loaderOf(options.entry)],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const complaint = lastWords(child)
  const timeout = AbortSignal.timeout(startSeconds * 1000)
  try {
    const started = once(child, 'message', { signal: timeout })
    const ended = once(child, 'exit', { signal: timeout })
    const first = await Promise.race([started.then(() => 'started'), ended.then(() => 'ended')])
    if (first === 'ended') throw new Error(complaint())
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`The reviewer did not start: ${options.entry}`, { cause: error })
  }
  child.unref()
  child.channel?.unref()
  return child
}

/** Reads what the child complains of, so that it never waits for a reader, and remembers the end of it. */
const lastWords = (child: ChildProcess): (() => string) => {
  let said = ''
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part.toString('utf8')).slice(-2000)
  })
  if (child.stderr instanceof Socket) child.stderr.unref()
  return () => said
}

/**
 * From source the child needs a loader for TypeScript, which writes and spawns. The bundle may only read: no writing,
 * no processes, no threads, no native code.
 */
const loaderOf = (entry: string) =>
  entry.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : ['--permission', '--allow-fs-read=*']

interface Watched {
  readonly told: readonly Progress[]
  readonly failure: Failure | null
  /** Resident memory when last seen. */
  readonly megabytes: number
}

const watch = (child: ChildProcess, request: Request, options: RunnerOptions): Promise<Watched> =>
  new Promise((resolve) => {
    const told: Progress[] = []
    let megabytes = 0
    const finish = (failure: Failure | null) => {
      clearTimeout(timer)
      clearInterval(poll)
      child.off('message', hear).off('exit', died)
      resolve({ told, failure, megabytes })
    }
    const hear = (reply: Reply) => {
      if (reply.kind === 'done') finish(null)
      else if (reply.kind === 'unreadable') finish('unreadable')
      else if (reply.kind !== 'ready') told.push(reply)
    }
    // V8 aborts when its own heap is full.
    const died = (_code: number | null, signal: string | null) =>
      finish(signal === 'SIGABRT' ? 'out-of-memory' : 'crashed')
    const timer = setTimeout(() => finish('timeout'), options.seconds * 1000)
    const poll = setInterval(async () => {
      megabytes = (await residentMegabytes(child.pid)) ?? megabytes
      if (megabytes > options.memoryMegabytes) finish('out-of-memory')
    }, pollMilliseconds)
    child.on('message', hear).on('exit', died)
    child.send(request, (error) => error && finish('crashed'))
  })
