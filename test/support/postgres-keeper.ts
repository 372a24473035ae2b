import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

/**
 * Stands between a test process and its PostgreSQL. Its standard input is a pipe from the test process, which the
 * operating system closes however that process ends, even by `kill -9`: PostgreSQL then stops and its folder goes.
 * PostgreSQL cannot do this itself, and a handler in the test process would not run when it is killed.
 */
const [folder, owner, program, ...args] = process.argv.slice(2)
if (!folder || !owner || !program) throw new Error('usage: folder uid:gid program args…')
const [uid, gid] = owner.split(':').map(Number)
const identity = process.getuid?.() === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {}
const server = spawn(program, args, { ...identity, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })

// Ctrl-C reaches the whole group; the one who stops PostgreSQL must outlive it.
process.on('SIGINT', () => {})
process.on('SIGTERM', stop)
process.stdin.on('end', stop).on('error', stop).resume()
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  leave(1)
})
server.on('exit', (code) => leave(code ?? 1))

/** A fast shutdown: open transactions are rolled back. After five seconds, an immediate one. */
function stop() {
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), 5000).unref()
}

function leave(code: number) {
  rmSync(folder as string, { recursive: true, force: true, maxRetries: 3 })
  process.exit(code)
}
