import { longDate } from '#kernel/pure/dates'
import { count as written } from '#kernel/pure/numbers'
import type { TargetFault } from './rules/targets.ts'
import type { PublicationsWords } from './words.es.ts'

const momentOf = (local: string) => `${longDate(local.slice(0, 10), 'en')}, ${local.slice(11, 16)}`
const quoted = (value: string) => `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
const list = (numbers: readonly number[]) => new Intl.ListFormat('en').format(numbers.map(String))
const some = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${written(count)} ${many}`)
export const identical = (equal: number, files: number): string =>
  `${written(equal)} of ${written(files)} ${files === 1 ? 'file' : 'files'} identical`

const states: PublicationsWords['states'] = {
  draft: 'Draft',
  submitted: 'Submitted',
  'in-review': 'In review',
  'with-observations': 'With observations',
  approved: 'Approved',
  scheduled: 'Scheduled',
  'publication-failed': 'Publication failed',
  'published-pending-ratification': 'Published, to be ratified',
  published: 'Published',
  'in-revalidation': 'Validity to be confirmed',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  archived: 'Archived',
  abandoned: 'Abandoned',
}

const verbs: PublicationsWords['verbs'] = {
  submit: 'submitted',
  admit: 'admitted',
  'refuse-admission': 'returned without admission',
  assign: 'given to another reviewer',
  observe: 'returned with observations',
  resubmit: 'sent back',
  approve: 'approved',
  'void-approval': 'left without approval',
  schedule: 'scheduled',
  unschedule: 'taken off its date',
  publish: 'published',
  'give-up-publishing': 'given up',
  'publish-urgently': 'published urgently',
  ratify: 'ratified',
  object: 'objected to',
  'call-for-revalidation': 'called for confirmation',
  revalidate: 'confirmed',
  supersede: 'superseded',
  'reopen-ratification': 'left to be ratified again',
  'roll-back': 'returned to',
  withdraw: 'withdrawn',
  archive: 'archived',
  abandon: 'abandoned',
}

const clocks: PublicationsWords['clocks'] = {
  admission: 'Admission',
  review: 'Review',
  area: 'Answering observations',
  publication: 'Publication',
  verification: 'Check from outside',
  ratification: 'Ratification',
  revalidation: 'Confirmation of validity',
  withdrawal: 'Withdrawal for personal data',
}

const fields: Readonly<Record<string, string>> = {
  section: 'The section of the portal is missing.',
  summary: 'The summary is missing: say in one or two sentences what it is and for what period.',
  'ground-kind': 'Why it is published is missing.',
  'ground-reference': 'The norm, resolution or programme behind it is missing.',
  'review-on': 'The date on which the area will review whether it still holds is missing.',
  'timing-reason': 'The reason for the dates is missing.',
  'withdrawal-reason': 'The reason for the withdrawal, or the explanation that reason asks for, is missing.',
  'calendar-mode-reason': 'The reason to count all days and hours is missing.',
}

const targetFaults: Readonly<Record<TargetFault, string>> = {
  unreachable: 'The target address does not answer.',
  gone: 'Nothing is published at the target address.',
  itself: 'The target address is that of the same document.',
  hops: 'The target address leads to another, and that one to yet another. Write the last one.',
  'not-public': 'The target address is not public.',
}

const objection: PublicationsWords['objection'] = (found, named = states) => {
  switch (found.code) {
    case 'wrong-state':
      return `The request is “${named[found.state]}”.`
    case 'missing':
      return fields[found.field] ?? found.field
    case 'no-files':
      return 'At least one file is missing.'
    case 'checks-running':
      return `The automatic review of ${some(found.files, 'file', 'files')} has not finished.`
    case 'blocking-findings':
      return `There are blocking findings in ${some(found.files, 'file', 'files')}.`
    case 'target-missing':
      return 'The address to which readers will be sent is missing.'
    case 'target-itself':
      return 'The target address is that of the same document.'
    case 'target-unseen':
      return 'The target address is being checked.'
    case 'target-bad':
      return targetFaults[found.fault]
    case 'reference-missing':
      return 'The number of the incident or of the file that orders it is missing.'
    case 'no-document':
      return 'The published document that this is about is missing.'
    case 'urgent-withdrawal':
      return 'A withdrawal is not urgent. For personal data or an order, the document is withdrawn at once.'
    case 'document-not-live':
      return 'The document is no longer published.'
    case 'edition-superseded':
      return `It was prepared on edition ${found.begun}, and ${found.live} is now published. Its area must see what changed and decide on which it stands.`
    case 'files-fixed':
      return 'A correction of data keeps the files of the edition in force. To change them, ask for an update.'
    case 'no-open-observations':
      return 'There are no open observations to return.'
    case 'unanswered-observations':
      return found.numbers.length === 1
        ? `Observation ${list(found.numbers)} is not answered.`
        : `Observations ${list(found.numbers)} are not answered.`
    case 'blocking-observations':
      return found.numbers.length === 1
        ? `Observation ${list(found.numbers)} blocks and is not settled.`
        : `Observations ${list(found.numbers)} block and are not settled.`
    case 'needs-request':
      return `One click only returns to the edition before, within ${found.hours} hours. For another, make a request.`
    case 'ratification-pending':
      return 'It was published urgently and nobody has ratified it yet.'
    case 'own-request':
      return 'You made the request. Another person must approve it.'
    case 'own-edit':
      return 'You edited its content. Another person must approve it.'
    case 'own-publication':
      return 'You published it. Another person must decide.'
    case 'content-changed':
      return 'The content changed after the approval. It must be approved again.'
    case 'not-approved':
      return 'Nobody has approved it.'
    case 'too-soon':
      return `The time must be at least ${found.seconds} seconds from now.`
    case 'before-not-before':
      return 'It is before the date from which the area lets it be published.'
    case 'after-needed-by':
      return 'It is after the date by which the area needs it.'
    case 'frozen':
      return `Nothing is published there until ${momentOf(found.until)}: ${found.basis}.`
    case 'file-missing':
      return `The library no longer has ${some(found.files, 'file', 'files')} of the request.`
  }
}

const withdrawalReasons: PublicationsWords['withdrawalReasons'] = {
  'published-in-error': 'Published in error',
  consolidated: 'Merged into another page',
  'no-longer-in-force': 'No longer in force',
  'historical-archive': 'In the historical archive',
  'personal-or-reserved-data': 'Personal or reserved data',
  'order-of-authority': 'Order of an authority',
  'validity-ended': 'Validity ended',
}

export const en: PublicationsWords = {
  moduleTitle: 'Requests and documents',
  states,
  verbs,
  objection,
  notYet: (verb) => `It cannot be ${verb} yet.`,
  checkFields: 'Check the marked fields.',
  noSuchSection: 'That section no longer exists.',
  sectionInside: 'That section is only seen in the intranet.',
  neededBeforeNotBefore: 'It is needed before the date from which it may be published.',
  reviewInPast: 'Its validity is reviewed after today: choose a later date.',
  orderEndsInPast: 'The order cannot have ended: choose a day after today.',
  onlyOrdersEnd: 'Only an order of an authority has an end date.',
  askedInFuture: 'Write the day on which it was asked: today or before.',
  validityInPast: 'It cannot have ended already: choose today or a later date.',
  limitFaults: {
    nothing: 'Write more than zero.',
    'broken-day': 'Working days are counted whole.',
    'reminds-before-it-begins': 'The reminder would come before the term begins.',
  },
  freezing: {
    endsBeforeItBegins: 'It ends before it begins.',
    alreadyOver: 'That moment has passed.',
  },
  electoralNeedsReason: 'Say to which electoral process it is linked (jurisprudencia 1/2009).',
  tooManyFiles: (most) => `A request takes ${some(most, 'file', 'files')} at most. Make another with the rest.`,
  notAReviewer: 'That person cannot review requests of this area.',
  contentMoved: 'The content changed while you were looking at it. Review it again before approving.',
  pageFault: (fault) =>
    fault.code === 'of-no-file'
      ? 'Choose the file that the page is of.'
      : fault.pages === 1
        ? 'The file has a single page.'
        : `The file has ${written(fault.pages)} pages: write one of them.`,
  insistNeedsText: 'Say what is lacking, so that the area can mend it.',
  importLine: (line) => `Line ${line}`,
  kinds: { publish: 'Publish', update: 'Update', withdraw: 'Withdraw', 'correct-metadata': 'Correct its data' },
  portals: { internet: 'Internet', intranet: 'Intranet' },
  grounds: {
    'transparency-obligation': 'Transparency obligation',
    resolution: 'Resolution of a body',
    dissemination: 'Dissemination',
    other: 'Other',
  },
  severities: { blocks: 'Blocks', must: 'Must', suggests: 'Suggests' },
  observationStates: { open: 'Open', answered: 'Answered', accepted: 'Accepted', dismissed: 'Dismissed' },
  priorities: { normal: 'Normal', urgent: 'Urgent', 'legal-term': 'Legal term' },
  clocks,
  calendarModes: { working: 'Working days and hours', electoral: 'All days and hours (electoral process)' },
  withdrawalReasons,
  grants: {
    'publications.read': 'See publication requests',
    'publications.request': 'Ask to publish for an area',
    'publications.admit': 'Admit requests and assign reviews',
    'publications.review': 'Review and observe',
    'publications.approve': 'Approve content',
    'publications.publish': 'Publish and schedule what was approved',
    'publications.publish-urgently': 'Publish urgently',
    'publications.withdraw': 'Withdraw for personal data or by order, and archive',
    'publications.ratify': 'Ratify or object to what was published urgently',
    'publications.import': 'Import what is already published',
    'publications.freeze': 'Set and lift windows of restriction',
  },
  undoneImport: (batch) => `Import undone (batch ${batch})`,
  sheet: {
    title: (value) => (value === '' ? 'The title is missing.' : `${quoted(value)}: a title has 5 to 200 characters.`),
    area: (value) =>
      value === '' ? 'The area is missing.' : `${quoted(value)}: there is no living area with that acronym or name.`,
    section: (value) =>
      value === '' ? 'The section is missing.' : `${quoted(value)}: there is no section with that address or title.`,
    published: (value) =>
      `${value === '' ? 'The date is missing' : quoted(value)}: write one that is already past, like 2019-05-02.`,
    review: (value) => `${quoted(value)}: write the review date as 2027-05-02.`,
    noFiles: () => 'Which files it has is missing.',
    lostFile: (value) => `${quoted(value)}: it is not in the folder.`,
  },
  notices: {
    submitted: (folio, title) => `${folio} waits for admission: ${title}`,
    admitted: (folio, title) => `${folio} is in your hands to review: ${title}`,
    returned: (folio, title) => `${folio} was returned without admission: ${title}`,
    observed: (folio, title) => `${folio} has observations to answer: ${title}`,
    resubmitted: (folio, title) => `${folio} is back with answers: ${title}`,
    approved: (folio, title) => `${folio} was approved and waits for publication: ${title}`,
    published: (folio, title) => `${folio} was published: ${title}`,
    objected: (folio, title) => `${folio} had been published urgently and was objected to: ${title}`,
    withdrawnAtOnce: (folio, title) => `${folio}: the document was withdrawn at once: ${title}`,
    searchRemoval: (folio, title) =>
      `${folio} was withdrawn for personal data: ask search engines and archives to forget it: ${title}`,
    urgent: (folio, title) => `${folio} was published urgently and waits for ratification: ${title}`,
    failed: (folio, title) => `${folio} could not be published: ${title}`,
    revalidation: (folio, title) => `${folio}: confirm whether it still holds: ${title}`,
    differs: (folio, title) => `${folio} does not match what was approved: ${title}`,
    voided: (folio, title) => `${folio} changed after it was approved: ${title}`,
    lapsed: (folio, title) => `${folio} was taken as abandoned for want of an answer: ${title}`,
  },
  orderEnds: (folio, title, day) =>
    `The order by which ${folio} was withdrawn ends on ${day}; the document does not come back by itself: ${title}`,
  deadlines: {
    admission: (folio, title, when) => `${folio} must be admitted by ${when}: ${title}`,
    review: (folio, title, when) => `The review of ${folio} is due ${when}: ${title}`,
    area: (folio, title, when) => `The observations on ${folio} must be answered by ${when}: ${title}`,
    publication: (folio, title, when) => `${folio} must be published by ${when}: ${title}`,
    verification: (folio, title, when) => `${folio} must be checked from outside by ${when}: ${title}`,
    ratification: (folio, title, when) => `${folio} must be ratified or objected to by ${when}: ${title}`,
    revalidation: (folio, title, when) => `The validity of ${folio} must be confirmed by ${when}: ${title}`,
    withdrawal: (folio, title, when) => `${folio} holds personal data and must be taken down by ${when}: ${title}`,
    lapse: (folio, title, when) => `${folio} will lapse on ${when} unless its observations are answered: ${title}`,
  },
  tells: {
    requestOpened: 'Opened the request.',
    requestDescribed: 'Wrote the data of the request.',
    fileAttached: (version) => (version === 1 ? 'Added a file.' : `Uploaded version ${version} of a file.`),
    filesAttached: (files) => `Added ${files} files.`,
    filesRenamed: (files) => `Renamed ${files} files.`,
    filesDetached: (files) => `Removed ${files} files.`,
    fileRenamed: 'Renamed a file.',
    fileDetached: 'Took a file out.',
    checksAsked: 'Asked for the files to be checked again.',
    requestSubmitted: (round, files) =>
      round === 1
        ? files === 0
          ? 'Submitted the request.'
          : `Submitted the request with ${some(files, 'file', 'files')}.`
        : `Sent the request back; round ${round} begins.`,
    requestAdmitted: 'Admitted the request and assigned its review.',
    requestsAdmitted: (requests) => `Admitted ${requests} requests and assigned their review.`,
    admissionRefused: 'Returned the request without admitting it.',
    requestAssigned: 'Changed who reviews.',
    requestsAssigned: (requests) => `Changed who reviews ${requests} requests.`,
    observationWritten: (number) => `Wrote observation ${number}.`,
    observationAnswered: (number) => `Answered observation ${number}.`,
    observationSettled: (number, outcome) =>
      outcome === 'accept'
        ? `Accepted the answer to observation ${number}.`
        : outcome === 'insist'
          ? `Insisted on observation ${number}.`
          : `Let observation ${number} go.`,
    requestObserved: (count) =>
      count === 1 ? 'Returned the request with one observation.' : `Returned the request with ${count} observations.`,
    requestApproved: (samePerson, source) =>
      samePerson ? `Approved content that they asked for or edited, under ${source}.` : 'Approved the content.',
    approvalVoided: 'The content changed: the approval no longer stands.',
    approvalOvertaken: 'It no longer stands on the edition that its approver saw: the approval no longer stands.',
    basisConfirmed: (edition) => `Saw what changed and confirmed that it stands on edition ${edition}.`,
    contentRetaken: (edition) => `Took the content again, from edition ${edition}.`,
    publicationScheduled: 'Scheduled the publication.',
    publicationUnscheduled: 'Took the date off the publication.',
    publicationFailed: (attempts) => `It could not be published (try ${attempts}).`,
    targetChecked: (stands, status) =>
      stands
        ? 'Checked that the target address answers.'
        : `The target address will not do${status ? ` (it answered ${status})` : ''}.`,
    requestAbandoned: 'The request was abandoned.',
    calendarModeSet: (electoral) =>
      electoral ? 'All days and hours count for this request.' : 'Working days and hours count.',
    documentPublished: (number, urgent) =>
      urgent ? `Published edition ${number} urgently.` : `Published edition ${number}.`,
    documentRolledBack: (to, number, note) => `Returned to edition ${to}, which is now ${number}: ${note}`,
    documentRestored: (to, number, objected) =>
      `Edition ${objected}, published urgently, was objected to: ${to} came back, and is now ${number}.`,
    documentSuperseded: (number) => `Edition ${number} was superseded.`,
    documentWithdrawn: (reason) => `Withdrew the document: ${withdrawalReasons[reason].toLowerCase()}.`,
    documentArchived: 'Archived the request.',
    publicationRatified: 'Ratified the urgent publication.',
    publicationObjected: (restored) =>
      restored
        ? `Objected to the urgent publication: edition ${restored} came back.`
        : 'Objected to the urgent publication: the document was withdrawn.',
    orderEnded: 'The end date of the order of withdrawal has come.',
    searchRemovalNoted: 'Noted what was asked of search engines and archives.',
    withdrawalVerified: (passed) =>
      passed
        ? 'Checked from outside that its address answers as the withdrawal asks.'
        : 'What was withdrawn does not answer as it should from outside.',
    publicationVerified: (passed, equal, files) =>
      passed
        ? `Checked what was published from outside: ${identical(equal, files)}.`
        : `What was published does not match: ${identical(equal, files)}.`,
    revalidationDue: 'The date to review its validity has come.',
    deadlineReminded: (clock) =>
      clock === 'lapse'
        ? 'Reminded that the request is about to lapse.'
        : `Reminded of a term about to end: ${clocks[clock].toLowerCase()}.`,
    limitSet: 'Changed a service term.',
    freezeWindowSet: (basis) => `Set a window of restriction: ${basis}.`,
    freezeWindowLifted: (reason) => `Lifted a window of restriction: ${reason}.`,
    validityConfirmed: 'Confirmed that it still holds.',
    ruleSet: 'Changed a rule of publication.',
    documentsImported: (count) =>
      `Imported ${some(count, 'document that was', 'documents that were')} already published.`,
    importUndone: (count) => `Undid the import of ${some(count, 'document', 'documents')}.`,
  },
}
