import type { TodayWords } from './today.es.ts'

export const en: TodayWords = {
  openRequests: 'open requests',
  openRequestsOne: 'open request',
  inYourTurn: (tasks) => `${tasks} in your turn`,
  openCounts: 'Requests that you may see and that were not published, withdrawn or abandoned.',
  filesToReview: 'files to review',
  filesToReviewOne: 'file to review',
  inRequests: (requests) => (requests === 1 ? 'of one request' : `of ${requests} requests`),
  filesCount: 'Files of the requests under review that you may see.',
  medianReview: 'median review',
  reviewed: (requests) => (requests === 1 ? 'one request' : `${requests} requests`),
  medianCounts: 'Working time that the reviewer had: half of the requests took less.',
  lateNow: 'running late',
  lateNowOne: 'running late',
  lateCounts: 'Requests that you may see with a term that has run out and still runs.',
  now: 'At this moment',
  lastDays: (days) => `The last ${days} days`,
  requestsSource: 'The publication requests of this house',
  clocksSource: 'The service clocks of each request, over the calendar of the institution',
  everyClock: (asked) => `of ${asked} with a running term`,
}
