import type { KindWords } from './kinds.es.ts'

export const en: KindWords = {
  withdraw: {
    titled: (title) => `Withdrawal of “${title}”`,
    states: {
      'publication-failed': 'Withdrawal failed',
      'published-pending-ratification': 'Withdrawn, to be ratified',
      published: 'Withdrawn',
    },
    verbs: { publish: 'carried out', 'publish-urgently': 'carried out urgently' },
    actions: {
      approve: 'Approve the withdrawal',
      schedule: 'Schedule the withdrawal',
      publish: 'Withdraw',
      'publish-urgently': 'Withdraw urgently',
    },
    tasks: {
      publish: (folio) => `Withdraw what ${folio} asks`,
      mend: (folio) => `Resolve the failed withdrawal of ${folio}`,
    },
    clocks: { publication: 'Withdrawal' },
    objections: {
      'before-not-before': 'It is before the date from which the area lets it be withdrawn.',
      'not-approved': 'Nobody has approved the withdrawal.',
    },
    lacks: { 'ground-kind': 'The ground on which it is withdrawn is missing.' },
    labels: {
      newTitle: 'Ask for a withdrawal',
      openHint: 'It opens as a draft and takes its folio. Why it is withdrawn is said next.',
      withdrawalReason: 'Why it is withdrawn',
      changeNote: 'What changes',
      whatBinds: 'the reason, the target address, the explanation or the ground',
      groundKind: 'On what ground it is withdrawn',
      summaryHint: 'What is withdrawn and for what period, in one or two sentences.',
      notBefore: 'Do not withdraw before',
      scheduleAt: 'Date and time of the withdrawal',
      askAt: 'Choose the date and time of the withdrawal.',
    },
    tells: {
      opened: 'Opened the request to withdraw.',
      approved: 'Approved the withdrawal.',
      approvedOwn: (source) => `Approved a withdrawal that they asked for or edited, under ${source}.`,
      scheduled: 'Scheduled the withdrawal.',
      unscheduled: 'Took the date off the withdrawal.',
      failed: (attempts) => `It could not be withdrawn (try ${attempts}).`,
      published: () => 'Withdrew the document.',
    },
  },
  'correct-metadata': {
    titled: (title) => `Correction of “${title}”`,
    states: {
      'publication-failed': 'Correction failed',
      'published-pending-ratification': 'Corrected, to be ratified',
      published: 'Corrected',
    },
    verbs: { publish: 'carried out', 'publish-urgently': 'carried out urgently' },
    actions: {
      approve: 'Approve the correction',
      schedule: 'Schedule the correction',
      publish: 'Correct now',
      'publish-urgently': 'Correct urgently',
    },
    tasks: {
      publish: (folio) => `Correct what ${folio} asks`,
      mend: (folio) => `Resolve the failed correction of ${folio}`,
    },
    clocks: { publication: 'Correction' },
    objections: {
      'before-not-before': 'It is before the date from which the area lets it be corrected.',
      'not-approved': 'Nobody has approved the correction.',
    },
    lacks: { 'ground-kind': 'Why it is published is missing.' },
    labels: {
      newTitle: 'Ask for a correction of its data',
      openHint: 'It opens as a draft and takes its folio. The data are corrected next.',
      withdrawalReason: 'Why it is withdrawn',
      changeNote: 'What is corrected',
      whatBinds: 'a file, the title, the summary, the section, the ground or the validity',
      groundKind: 'Why it is published',
      summaryHint: 'What it is and for what period, in one or two sentences. Citizens will read it.',
      notBefore: 'Do not correct before',
      scheduleAt: 'Date and time of the correction',
      askAt: 'Choose the date and time of the correction.',
    },
    tells: {
      opened: 'Opened the request to correct.',
      approved: 'Approved the correction.',
      approvedOwn: (source) => `Approved a correction that they asked for or edited, under ${source}.`,
      scheduled: 'Scheduled the correction.',
      unscheduled: 'Took the date off the correction.',
      failed: (attempts) => `It could not be corrected (try ${attempts}).`,
      published: (number, urgent) =>
        urgent ? `Corrected the data urgently, in edition ${number}.` : `Corrected the data, in edition ${number}.`,
    },
  },
  notices: {
    approved: (folio, title) => `${folio} was approved and waits to be carried out: ${title}`,
    published: (folio, title) => `${folio} was carried out: ${title}`,
    urgent: (folio, title) => `${folio} was carried out urgently and waits for ratification: ${title}`,
    failed: (folio, title) => `${folio} could not be carried out: ${title}`,
  },
  deadlines: {
    publication: (folio, title, when) => `${folio} must be carried out by ${when}: ${title}`,
  },
}
