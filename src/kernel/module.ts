import type { Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import type { AnyCommand, AnyErrand, Event, Later, Schema } from './command.ts'
import type { Reader } from './database.ts'
import type { Entry } from './ledger.ts'
import type { Migration } from './migrations.ts'
import type { CalendarMode } from './pure/calendar.ts'
import type { Refusal } from './refusal.ts'
import type { TerminalCommand } from './terminal.ts'
import type { Locale, Said } from './words.ts'

/** What a form sent and why it was refused, for the page that shows it again. */
export interface Attempt {
  readonly refusal: Refusal
  readonly input: Readonly<Record<string, unknown>>
}
export type Env = {
  Variables: {
    app: App
    actor: Actor
    locale: Locale
    attempt?: Attempt
    pageVersion?: string
    pageKept?: true
    document?: string
  }
}
export type Routes = Hono<Env>
export type Page = (c: Context<Env>) => Response | Promise<Response>

/** What may be granted, in words. */
export interface Grant extends Said {
  /**
   * `own` is over one's own things, whatever the areas of a role; `area` is asked of each record. Any other grant is over
   * the whole institution: a role or a token that is narrowed to areas does not give it.
   */
  readonly within?: 'own' | 'area'
}

/** A command offered to other systems at a method and path; `done` is its success status. */
export interface Endpoint {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly command: AnyCommand
  readonly done: 200 | 201 | 202
}
/** A query offered to other systems. */
export interface Resource<Input = never, Output = unknown> {
  readonly method: 'GET'
  readonly path: string
  readonly name: string
  readonly summary: string
  /** Undefined: open to everyone. */
  readonly grant: string | undefined
  readonly input: Schema<Input>
  readonly output: Schema<Output>
  read(app: App, input: Input, actor: Actor): Promise<Output>
  /** The version of the record that it tells: sent as its `ETag`, and asked back of whoever decides on it. */
  readonly version?: (output: Output) => number
}
// biome-ignore lint/suspicious/noExplicitAny: resources differ in input; only their common shape matters to the house.
export type Operation = Endpoint | Resource<any, any>

export const endpoint = (
  method: Endpoint['method'],
  path: string,
  command: AnyCommand,
  done: Endpoint['done'] = method === 'POST' ? 201 : 200,
): Endpoint => ({ method, path, command, done })
export const resource = <Input, Output>(
  path: string,
  description: Omit<Resource<Input, Output>, 'method' | 'path'>,
): Resource<Input, Output> => ({ method: 'GET', path, ...description })

export interface Reaction {
  readonly event: string
  readonly job: AnyCommand | AnyErrand
}
/** When the event is announced, the job is queued in the same transaction with the event's data as its input. */
export const on = <Data>(event: Event<Data>, job: Later<Data>): Reaction => ({ event: event.name, job: job as never })

export interface Scheduled {
  readonly cron: string
  readonly job: AnyCommand | AnyErrand
}
/** `every('0 6 * * *', remindDeadlines)`, in the institution's time zone. */
export const every = (cron: string, job: AnyCommand | AnyErrand): Scheduled => ({ cron, job })

export interface NavItem {
  readonly group: 'today' | 'publish' | 'sit' | 'transparency' | 'measure' | 'report' | 'administer'
  readonly href: string
  readonly said: Said
  readonly icon: string
  readonly grant: string
  /** Stands before the others of its group. */
  readonly first?: true
  /** Small number beside the name: how many wait. */
  count?(reader: Reader, actor: Actor): Promise<number>
}

/** Something that one begins at a page of its own, and finds by its name: to open an account, to ask for a publication. */
export type Order = Pick<NavItem, 'href' | 'said' | 'grant'>

/** What an event says in a history, after the name of whoever did it. */
export interface Told extends Said {
  /** It says itself what happened: no name stands before it. */
  readonly byItself?: true
  /** Said once of several that came together: so many. */
  readonly together?: (times: number) => Said
}

/** What an entry of the ledger is about, and where that is read. */
export interface Subject {
  readonly label: Said
  /** Absent where this person may not read it. */
  readonly href?: string | undefined
  readonly title?: Said | undefined
}

/** Something whose term has run out, or is about to, and whose turn it is: a line of Hoy. */
export interface Late extends Subject {
  readonly owner: Said
  readonly clock: Said
  readonly due: Date
  readonly mode: CalendarMode
}

/** A figure of Hoy, and where it comes from. */
export interface TodayFigure {
  readonly name: string
  readonly value: Said
  readonly said: Said
  readonly note?: Said
  readonly href?: string | undefined
  readonly counts: Said
  readonly period: Said
  readonly source: Said
}

/** Something that waits for a person: a line of Hoy. */
export interface Task {
  readonly said: Said
  readonly why: Said
  readonly href: string
  readonly due?: Date | undefined
  /** How its time is counted; working days where it is not said. */
  readonly mode?: CalendarMode
  /** Shown under the due date: which clock runs. */
  readonly clock?: Said
}

/** A thing that can be found, or that no longer can. */
export type Searchable = Findable | { readonly kind: string; readonly key: string; readonly gone: true }

/** `audience` says who finds it: everyone, people of the intranet, or whoever holds the grant over the area. */
export interface Findable {
  readonly kind: string
  readonly key: string
  readonly href: string
  readonly title: string
  /** Where it has one. */
  readonly titleEn?: string | null | undefined
  readonly summary: string
  readonly body: string
  readonly at: Date
  readonly audience: 'public' | 'intranet' | { readonly grant: string; readonly area?: number }
}

/** Something public with a date: a line of what is new, of a section's list, of a feed. */
export interface PublicItem {
  /** The module's own number for it: breaks ties between items of the same instant. */
  readonly id: number
  readonly at: Date
  readonly href: string
  readonly title: string
  /** Language of the title, where it is not the one asked for. */
  readonly lang?: Locale
  /** Kind, area: `Lineamientos · Unidad de Transparencia`. */
  readonly meta: string
  readonly sectionId?: number
  /** `PDF, 412 kB`, one per file. */
  readonly formats: readonly string[]
}
/** What of it is asked for: newest first, and with `before` only what comes after that item in this order. */
export interface PublicAsk {
  readonly sections?: readonly number[]
  readonly locale: Locale
  readonly limit: number
  readonly before?: { readonly at: Date; readonly id: number }
  /** Whether the reader is let into the intranet; otherwise only what everybody may read. */
  readonly intranet: boolean
}

/** What a module offers the house. The house knows this shape and nothing else about it. */
export interface Module {
  readonly name: string
  /** What people call it: the heading of its operations in the API's page. */
  readonly title?: Said
  readonly needs: readonly string[]
  readonly migrations: readonly Migration[]
  readonly commands: readonly AnyCommand[]
  readonly errands?: readonly AnyErrand[]
  /** The grants that its commands and pages ask for, in words. */
  readonly grants?: Readonly<Record<string, Grant>>
  /** Visitors see what it holds: its entries, and what this answers of things derived, renew the public pages. */
  readonly facesPublic?: true | (() => string)
  readonly staff?: Routes
  readonly portal?: Routes
  readonly api?: readonly Operation[]
  readonly reactions?: readonly Reaction[]
  readonly schedule?: readonly Scheduled[]
  readonly nav?: readonly NavItem[]
  /** Pages that stand in no menu and are found by name, for whoever holds their grant. */
  readonly orders?: readonly Order[]
  /** What its events say in a record's history, given the event's data. */
  // biome-ignore lint/suspicious/noExplicitAny: each event has data of its own.
  readonly tells?: Readonly<Record<string, (data: any) => Told>>
  /** Who is knocking, where the request says so: a sign-in, a token. The first module that knows answers. */
  who?(c: Context<Env>): Promise<{ readonly actor: Actor } | undefined>
  /** Its part of every page's frame: the institution, the person, the unread notices. */
  frame?(c: Context<Env>): Promise<Readonly<Record<string, unknown>>>
  /** What these entries are about, by their numbers, as this person may see it. */
  abouts?(reader: Reader, actor: Actor, entries: readonly Entry[]): Promise<ReadonlyMap<number, Subject>>
  /** What runs late, or is about to, of what this person may see. */
  late?(reader: Reader, actor: Actor, now: Date): Promise<readonly Late[]>
  figures?(reader: Reader, actor: Actor, now: Date): Promise<readonly TodayFigure[]>
  /** What waits for this person, for Hoy. */
  tasks?(reader: Reader, actor: Actor, now: Date): Promise<readonly Task[]>
  /** Everything findable, or what changed since then: what is no longer to be found is said too. */
  searchables?(reader: Reader, since?: Date): AsyncIterable<Searchable>
  /** Which of these blobs it still needs: the rest may be swept. */
  holds?(reader: Reader, hashes: readonly string[]): Promise<readonly string[]>
  /** Its public things, newest first by instant and number: for the portal's home, sections and feeds. */
  publicLists?(reader: Reader, ask: PublicAsk): Promise<readonly PublicItem[]>
  /** Short panels beside what is new on the portal's home, alike for every visitor: how to subscribe. */
  homePanels?(c: Context<Env>): Promise<readonly Child[]>
  /** Every public address it answers for, and when that page last changed: for search engines. */
  sitemap?(reader: Reader): AsyncIterable<{ readonly path: string; readonly at: Date }>
  /** Addresses asked only when no route of any module answers: pages that people name, old addresses. */
  readonly fallback?: Routes
  /** Addresses that carry their own signed proof and act by it alone: other programs may post to them (RFC 8058). */
  readonly signedAddresses?: readonly RegExp[]
  /** Asks whoever has not signed in who they are, at the address of what they sent; `attempt` holds it. */
  readonly door?: Page
  /** Checks its own tables against the ledger; answers what does not agree. */
  verify?(app: App): AsyncIterable<Said>
  readonly terminal?: readonly TerminalCommand[]
  /** What it does by itself while the house works: begun by the process that keeps time, stopped with it. */
  life?(app: App): { stop(): Promise<void> }
}
