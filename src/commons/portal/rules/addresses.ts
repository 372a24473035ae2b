/** First parts of addresses that the house keeps for itself: a section so named would never be reached. */
export const reserved: ReadonlySet<string> = new Set(
  `en api recursos archivos imagenes vivo buscar encontrar entrar salir cuenta cuentas invitacion hoy solicitudes
documentos novedades mapa-del-sitio sesiones revision revisiones portal directorio avisos notificaciones bitacora
comprobar verificar estadistica informes encuestas personas areas puestos calendario calendarios instalar configuracion
permisos papeles ayuda contrasena segundo-factor metricas healthz readyz administrar restablecer inicio libro
componentes suscripciones comites`.split(/\s+/),
)

export const isSlug = (raw: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(raw) && raw.length <= 80

/** Whether a link may be followed from the portal: a place of it, a web or a mail address. */
export const isLink = (href: string): boolean => /^(?:\/(?!\/)|https?:\/\/|mailto:)[^\s\\<>"]+$|^\/$/i.test(href)
