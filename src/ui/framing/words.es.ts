/** Words of the frame around the pages. */
export const es = {
  unnamed: 'Portal sin nombre todavía',
  groups: {
    publish: 'Publicar',
    sit: 'Sesionar',
    transparency: 'Transparencia',
    measure: 'Medir',
    report: 'Informar',
    administer: 'Administrar',
  },
  evaluation:
    'Esta instalación usa la base de datos integrada, que es para evaluar. Para trabajo real, conéctela a PostgreSQL.',
  moreAbout: 'Más información',
  missingTitle: 'No encontramos esta página',
  missingText:
    'Puede que la dirección tenga un error, que el contenido se haya retirado o que solo lo vea quien inicia sesión. Búsquelo por su nombre o por su tema.',
  refusalTitle: {
    invalid: 'Hay datos por corregir',
    forbidden: 'Su cuenta no tiene este permiso',
    missing: 'No existe, o no está a su alcance',
    conflict: 'Alguien cambió esto antes',
    unlawful: 'La norma no lo permite',
  },
  searchHint: 'Tema, acuerdo o folio',
  home: 'Ir al inicio',
  back: 'Volver a donde estaba',
  signIn: 'Iniciar sesión',
  apologyTitle: 'Algo falló de nuestro lado',
  awayTitle: 'Volvemos en un momento',
  apologyText: (code: string) => `Ya quedó anotado. Si lo reporta, diga la clave ${code}.`,
  awayText: 'La base de datos no responde. Nada de lo guardado se perdió. Vuelva a cargar la página en un momento.',
  errorCode: (status: number) => `Error ${status}`,
}
export type FramingWords = typeof es
