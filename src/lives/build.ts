import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStaticFiles, type StaticFile } from '#kernel/static-files'
import { Obstacle } from '#kernel/terminal'
import { setAssets } from '#ui'
import { say } from './words.ts'

/** Where the build lies: beside the bundled program, or in `dist/` when the sources run as they are. */
const folder = existsSync(join(import.meta.dirname, 'assets/manifest.json'))
  ? import.meta.dirname
  : join(import.meta.dirname, '../../dist')

/** There is no build, or half of one. */
export class NotBuilt extends Obstacle {}

export interface Build {
  readonly id: string
  readonly version: string
  readonly files: ReadonlyMap<string, StaticFile>
}

export function openBuild(): Build {
  try {
    const { id, version } = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) as Omit<Build, 'files'>
    setAssets(JSON.parse(readFileSync(join(folder, 'assets/manifest.json'), 'utf8')))
    return { id, version, files: openStaticFiles(join(folder, 'assets')) }
  } catch (error) {
    throw new NotBuilt(
      say(({ notBuilt }) => notBuilt),
      { cause: error },
    )
  }
}
