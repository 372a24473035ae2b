/** Words of Hoy: the figures of the service. */
export const es = {
  openRequests: 'solicitudes abiertas',
  openRequestsOne: 'solicitud abierta',
  inYourTurn: (tasks: number) => `${tasks} en su turno`,
  openCounts: 'Solicitudes que usted puede ver y que no se han publicado, retirado ni desistido.',
  filesToReview: 'archivos por revisar',
  filesToReviewOne: 'archivo por revisar',
  inRequests: (requests: number) => (requests === 1 ? 'de una solicitud' : `de ${requests} solicitudes`),
  filesCount: 'Archivos de las solicitudes en revisión que usted puede ver.',
  medianReview: 'mediana de revisión',
  reviewed: (requests: number) => (requests === 1 ? 'una solicitud' : `${requests} solicitudes`),
  medianCounts: 'Tiempo hábil que tuvo quien revisa: la mitad de las solicitudes tardó menos.',
  lateNow: 'van tarde',
  lateNowOne: 'va tarde',
  lateCounts: 'Solicitudes que usted puede ver con un plazo vencido que sigue corriendo.',
  now: 'En este momento',
  lastDays: (days: number) => `Últimos ${days} días`,
  requestsSource: 'Las solicitudes de publicación de esta casa',
  clocksSource: 'Los relojes de servicio de cada solicitud, sobre el calendario de la institución',
  everyClock: (asked: number) => `de ${asked} con un plazo que corre`,
}
export type TodayWords = typeof es
