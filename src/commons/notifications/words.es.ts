export const es = {
  grant: 'Recibir avisos',
  notices: 'Avisos',
  noticesBelow: 'Lo que otros hicieron y le toca saber o atender.',
  none: 'No tiene avisos. Aquí aparecerá lo que le toque.',
  unread: 'Sin leer',
  readAll: 'Marcar todos como leídos',
  notice: 'Aviso',
  when: 'Cuándo',
  preferences: 'Por correo',
  byMail: 'Recibir también un correo por cada aviso',
  save: 'Guardar',
  openIt: 'Ábralo aquí',
  subscribe: 'Recibir novedades por correo',
  subscribeText:
    'Le escribimos solo cuando se publique algo nuevo. Puede dejarlo cuando quiera con una liga que va en cada correo.',
  email: 'Correo',
  section: 'Sección',
  everything: 'Todo lo que se publica',
  ask: 'Suscribirme',
  asked:
    'Le enviamos un correo para confirmar que usted lo pidió. Mandamos uno al día: si ya recibió el de hoy, su liga confirma también esto.',
  confirmTitle: 'Confirme su suscripción',
  confirmText: 'Falta un paso: confirme que quiere recibir las novedades de:',
  confirm: 'Confirmar',
  confirmed: 'Su suscripción quedó confirmada.',
  leaveTitle: 'Dejar de recibir novedades',
  leaveText: 'Borraremos su correo y ya no recibirá las novedades de:',
  leave: 'Dejar de recibir',
  left: 'Listo: borramos su correo.',
  badLink: 'Esa liga no corresponde a ninguna suscripción.',
  badSection: 'Esa sección no existe.',
  letters: {
    confirm: (address: string) => ({
      subject: 'Confirme su suscripción',
      text: `Alguien pidió recibir novedades en este correo. Si fue usted, confírmelo aquí:\n${address}\n\nSi no, no haga nada.\n`,
    }),
    news: (lines: readonly string[], leave: string) => ({
      subject: lines.length === 1 ? 'Algo nuevo en el portal' : `${lines.length} novedades en el portal`,
      text: `${lines.join('\n\n')}\n\nPara dejar de recibir estos correos:\n${leave}\n`,
    }),
  },
}
export type NotificationsWords = typeof es
