import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { readConfiguration } from '#config'
import type { Actor, Scope } from '#kernel/actor'
import type { App } from '#kernel/app'
import { migrationsOf, openApp } from '#kernel/house'
import { passingKeys } from '#kernel/keys'
import { memoryMail } from '#kernel/mail'
import type { Module, Routes } from '#kernel/module'
import { openWeb } from '#kernel/router'
import { workOff } from '#kernel/worker'
import { openTestGround } from './ground.ts'

/** A clock that tests turn. */
export interface TestClock {
  (): Date
  set(instant: string): void
  pass(milliseconds: number): void
}
export function clockAt(start: string): TestClock {
  let now = new Date(start)
  return Object.assign(() => new Date(now), {
    set(instant: string) {
      now = new Date(instant)
    },
    pass(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds)
    },
  })
}

/** Friday, ten in the morning in Mexico City. */
export const testNow = '2026-10-16T16:10:00Z'

export interface TestApp {
  readonly app: App
  readonly clock: TestClock
  readonly mail: ReturnType<typeof memoryMail>
  readonly folder: string
  /** Does what the queue holds, now. */
  work(): Promise<number>
}

const keys = passingKeys()

/** The given modules on the process's one database; what the test does is rolled back when it ends. */
export async function openTestApp(t: TestContext, modules: readonly Module[]): Promise<TestApp> {
  const ground = await openTestGround(migrationsOf(modules))
  const folder = mkdtempSync(join(tmpdir(), 'pregonero-test-'))
  const config = readConfiguration({ PREGONERO_DATA: folder, PREGONERO_LOG: process.env['TEST_LOG'] ?? 'silent' })
  const clock = clockAt(testNow)
  const mail = memoryMail()
  await ground.begin()
  const web: { routes?: Routes } = {}
  const visit: App['visit'] = async (address, request) => {
    const { pathname, search } = new URL(address)
    return (web.routes as Routes).request(pathname + search, request)
  }
  const opened = await openApp(modules, config, { ground, jobs: ground.jobs, clock, mail, keys, visit })
  t.after(async () => {
    await opened.close()
    await ground.rewind()
    rmSync(folder, { recursive: true, force: true })
  })
  const plain = {
    refusal: (c: never, refusal: { said: { es: string } }) =>
      (c as { text(text: string): Response }).text(refusal.said.es),
    apology: (c: never, code: string) => (c as { text(text: string): Response }).text(code),
  }
  web.routes = openWeb(opened.app, plain as never)
  return { app: opened.app, clock, mail, folder, work: () => workOff(opened.app) }
}

/** Somebody with these grants, everywhere or in some areas. */
export const somebody = (id: string, grants: readonly string[], scope: Scope = 'everywhere'): Actor => ({
  id,
  name: id,
  grants: new Map(grants.map((grant) => [grant, scope])),
})
