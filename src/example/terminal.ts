import type { Credential } from './house.ts'

/** What the terminal prints: accounts of the example, for this machine only. */
export function credentialsText(credentials: readonly Credential[], heading: string): string {
  const width = Math.max(...credentials.map(({ email }) => email.length))
  const lines = credentials.map(({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  ${role}`)
  return [heading, ...lines].join('\n')
}
