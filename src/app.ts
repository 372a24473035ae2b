import { desk } from '#commons/desk'
import { directory } from '#commons/directory'
import { files } from '#commons/files'
import { identity } from '#commons/identity'
import { notifications } from '#commons/notifications'
import { portal } from '#commons/portal'
import { searching } from '#commons/search'
import type { Module } from '#kernel/module'
import { publications } from '#modules/publications'
import { sessions } from '#modules/sessions'

/** The house: its modules in order of dependence. A new one is a folder and a line here. */
export const modules: readonly Module[] = [
  directory,
  identity,
  desk,
  files,
  portal,
  notifications,
  searching,
  publications,
  sessions,
]
