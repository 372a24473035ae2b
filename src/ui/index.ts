export { type Action, ActionMenu } from './action-menu.tsx'
export { type AssetName, asset, setAssets } from './assets.ts'
export { Brand } from './brand.tsx'
export { LiveNow, NextDate } from './broadcast.tsx'
export { Button, type ButtonKind, ButtonLink, type ButtonLinkProps, type ButtonProps } from './button.tsx'
export { Catalogue, PortalCatalogue, SimpleCatalogue } from './catalogue.tsx'
export { Choice, type ChoiceOption, Choices } from './choices.tsx'
export { ColourInput } from './colour-input.tsx'
export { Row, Stack, WithAside } from './columns.tsx'
export { contrastOf, parseHex } from './contrast.ts'
export { Crumbs } from './crumbs.tsx'
export { AskFirst, Dialog, DialogCancel, FormDialog } from './dialog.tsx'
export { Document, type DocumentProps } from './document.tsx'
export { Empty } from './empty.tsx'
export { ErrorSummary, type Mistake } from './error-summary.tsx'
export { Field, type FieldProps } from './field.tsx'
export { BigFigure, Strip } from './figure.tsx'
export { DropZone, FileInput } from './file-input.tsx'
export { FileItem, type FileItemProps, FileList } from './files.tsx'
export { fieldId, formIdOf } from './filling.ts'
export { FilterBar, Selection } from './filter-bar.tsx'
export { Flash } from './flash.tsx'
export { FieldGroup, FieldRow, FoldedForm, Form, FormEnd, type FormProps } from './form.tsx'
export type {
  FooterColumn,
  Frame,
  Institution,
  NavGroup,
  NavItem,
  PortalFrame,
  Saying,
  Setting,
  Theme,
  Tone,
} from './frame.ts'
export { type Asked, askedOf, pageOf, wholeList } from './framing/asked.ts'
export { faces } from './framing/faces.tsx'
export { partsOf, portalFrame, staffFrame } from './framing/gather.ts'
export { listFile, listing } from './framing/listing.tsx'
export {
  answer,
  type PortalPageOptions,
  portalPage,
  type SimplePageOptions,
  type StaffPageOptions,
  simplePage,
  staffPage,
} from './framing/pages.tsx'
export type { Banner, FrameParts } from './framing/parts.ts'
export { formAt } from './framing/sent.ts'
export { CopyButton, Hash, VerifyFile } from './hash.tsx'
export { Icon, type IconName } from './icons.tsx'
export { DateInput, DateTimeInput, TextArea, TextInput } from './inputs.tsx'
export { type Column, type Exported, exportOf, sorted, withQuery } from './list.ts'
export { Clock, Meter, Progress } from './meter.tsx'
export { Notice } from './notice.tsx'
export { PageHead } from './page-head.tsx'
export { Pager, type PagerProps } from './pager.tsx'
export { type Pair, Pairs } from './pairs.tsx'
export { Citation, DocumentHead, GetFile, Sheet, TableSheet, type Version, Versions } from './portal-document.tsx'
export { Bars, DayPanel, Front, Hero, SearchBox } from './portal-home.tsx'
export { Guide, type GuideSection, type IndexEntry, IndexList } from './portal-lists.tsx'
export { Institute, PortalPage, type PortalPageProps } from './portal-page.tsx'
export { type ReasonItem, Reasons } from './reasons.tsx'
export { Remark, type Says } from './remark.tsx'
export { type Picture, RichText } from './rich-text.tsx'
export { Section, SectionTitle } from './section.tsx'
export { type Option, type OptionGroup, Select } from './select.tsx'
export { SimplePage, type SimplePageProps } from './simple-page.tsx'
export { type SortableItem, SortableList } from './sortable-list.tsx'
export { SourcePopover, type SourcePopoverProps } from './source.tsx'
export { Speaking } from './speaking.ts'
export { StaffPage, type StaffPageProps } from './staff-page.tsx'
export { State, type StateProps, Toned } from './state.tsx'
export { type Step, Steps } from './steps.tsx'
export { Second, type Selecting, type Sorting, Table, type TableProps } from './table.tsx'
export { type Tab, Tabs } from './tabs.tsx'
export { houseColours, type InstitutionTheme, readability, type ThemeFault, themeCss, themeFaults } from './theme.ts'
export { Prose, Time, type When } from './time.tsx'
export { Changes, type Entry, Timeline } from './timeline.tsx'
export { type Todo, TodoList } from './todo-list.tsx'
