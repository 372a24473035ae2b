export { type RedirectAnswer, redirectFor } from './queries/redirects.ts'
export { findSection, sectionPaths, sectionsOf, sectionTitles } from './queries/sections.ts'
export { ancestorsOf, branchOf, type Section } from './rules/tree.ts'
export type { Portal } from './tables.ts'
