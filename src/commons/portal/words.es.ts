import type { RedirectObjection, Wanted } from './rules/redirects.ts'
import type { TextObjection } from './rules/rich-text.ts'
import type { MoveObjection } from './rules/tree.ts'
import { portal } from './words/portal.es.ts'
import { staff } from './words/staff.es.ts'

function textObjection(objection: TextObjection): string {
  switch (objection.code) {
    case 'empty':
      return 'El texto está vacío.'
    case 'heading-order':
      return `El título «${objection.text}» se salta un nivel: comience por el título de nivel 2 y baje de uno en uno.`
    case 'link-without-address':
      return `El enlace «${objection.text}» no lleva a una dirección web, de correo o de este portal.`
    case 'link-without-text':
      return `El enlace a ${objection.text} no tiene texto.`
    case 'foreign-image':
      return 'Hay una imagen que no es de la biblioteca del portal. Súbala primero y use la dirección que se le dé.'
    case 'image-without-alternative':
      return `Falta describir la imagen ${objection.text.slice(0, 24)}…: escriba qué muestra o declárela decorativa.`
    case 'alternative-too-long':
      return `La descripción «${objection.text}…» pasa de 255 caracteres.`
    case 'table-without-headers':
      return 'Hay una tabla sin encabezados de columna.'
  }
}

function redirectObjection(objection: RedirectObjection | 'living', line: number, { from, to }: Wanted): string {
  const what = {
    'not-a-path': `«${from}» no es una dirección de este portal: debe comenzar con una diagonal y no ser el inicio.`,
    'bad-target': `«${to}» no es una dirección de este portal: debe comenzar con una diagonal.`,
    loop: `«${from}» llevaría a sí misma.`,
    repeated: `«${from}» ya está en un renglón anterior.`,
    living: `En «${from}» hay una página o una sección: retírela o muévala primero.`,
  }[objection]
  return `Renglón ${line}: ${what}`
}

const moveObjection: Readonly<Record<MoveObjection, string>> = {
  'under-itself': 'Una sección no puede quedar dentro de sí misma.',
  'too-deep': 'Quedaría a más de seis niveles: nadie la encontraría.',
  'no-parent': 'Esa sección ya no existe.',
}

export const es = {
  moduleTitle: 'Portal: secciones, páginas e inicio',
  cannot: 'No se guardó: hay datos por corregir.',
  badSlug: 'La dirección lleva solo letras sin acento, números y guiones, por ejemplo acuerdos-2026.',
  reservedSlug: (slug: string) => `La dirección «${slug}» la usa el sistema; elija otra.`,
  takenSlug: (slug: string) => `Ya hay una página o sección con la dirección «${slug}» en ese lugar.`,
  redirectLoop: (from: string) => `«${from}» cerraría un círculo: una dirección llevaría a la otra sin fin.`,
  notSiblings: 'Solo se ordenan secciones que cuelgan de la misma.',
  sectionNotEmpty: (inside: number) =>
    inside === 1
      ? 'La sección tiene una página o subsección. Muévala o retírela antes de cerrar.'
      : `La sección tiene ${inside} páginas o subsecciones. Muévalas o retírelas antes de cerrar.`,
  fourEyes:
    'Quien escribe no publica: pida a otra persona que lo lea y lo publique, salvo que una regla escrita lo permita.',
  halfTranslated: 'La versión en inglés lleva título y texto, o ninguno de los dos.',
  noSuchImage: 'Esa imagen no está en la biblioteca del portal.',
  altMissing: 'Describa la imagen o declárela decorativa.',
  pictureUnseen: 'Esa imagen todavía se está revisando. Vuelva a intentarlo en unos segundos.',
  notAPicture: (name: string) => `«${name}» no es una imagen PNG, JPEG, WebP ni GIF.`,
  pictureTooLarge: (name: string) => `«${name}» pasa de 5 MB.`,
  badLink: 'Escriba una dirección de este portal (/documentos), web (https://…) o de correo (mailto:…).',
  noticeEndsBefore: 'El aviso debe terminar después de comenzar y no haber terminado ya.',
  broadcastEndsBefore: 'La transmisión debe terminar después de comenzar y no haber terminado ya.',
  broadcastTooLong: (hours: number) => `Una transmisión dura ${hours} horas como máximo.`,
  badContact: 'Escriba mailto: y un correo, o una dirección https.',
  ruleWithoutSource: 'Diga qué norma lo permite: nombre, número y fecha.',
  textObjection,
  redirectObjection,
  moveObjection,
  tells: {
    sectionOpened: (path: string) => `Se abrió la sección ${path}.`,
    sectionDescribed: (path: string) => `Se cambió la descripción o el orden de ${path}.`,
    sectionMoved: (from: string, path: string) => `La sección pasó de ${from} a ${path}.`,
    sectionClosed: (path: string) => `Se cerró la sección ${path}.`,
    pageWritten: (number: number) => `Se escribió la versión ${number}.`,
    pageRestored: (number: number, restores: number) => `Se recuperó la versión ${restores} como versión ${number}.`,
    pagePublished: (number: number, path: string) => `Se publicó la versión ${number} en ${path}.`,
    pageWithdrawn: (path: string) => `Se retiró de ${path}.`,
    featureStarted: 'Se agregó un destacado al inicio.',
    featureRetired: 'Se quitó un destacado del inicio.',
    featuresOrdered: 'Se cambió el orden de los destacados.',
    noticeAnnounced: 'Se puso un aviso en el portal.',
    noticeRetired: 'Se quitó un aviso del portal.',
    broadcastAnnounced: 'Anunció una transmisión.',
    broadcastCancelled: 'Quitó una transmisión del inicio.',
    homeComposed: 'Se cambió la página de inicio.',
    imagesKept: (count: number) => `Se agregaron ${count} imágenes a la biblioteca.`,
    imageKept: 'Se agregó una imagen a la biblioteca.',
    ruleSet: (allowed: boolean): string =>
      allowed
        ? 'Se registró la regla que permite publicar lo propio.'
        : 'Se quitó la regla que permitía publicar lo propio.',
    redirectsAdded: (count: number): string =>
      count === 1 ? 'Se agregó una redirección.' : `Se agregaron ${count} redirecciones.`,
    redirectRemoved: 'Se quitó una redirección.',
  },
  grants: {
    compose: 'Escribir páginas y ordenar las secciones del portal',
    publish: 'Publicar y retirar páginas; componer el inicio y los avisos',
    rule: 'Registrar las reglas escritas del portal',
    intranet: 'Leer las secciones y páginas de intranet',
  },
  portal,
  staff,
  pageAltered: (version: string) => `La versión ${version} de una página no tiene el texto cuya huella se guardó.`,
}
export type PortalWords = typeof es
