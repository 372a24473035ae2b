import { type CheckWords, sizeSaid, typeSaid } from './words.ts'

export const es: CheckWords = {
  checks: {
    size: 'Tamaño',
    'real-type': 'Tipo real del archivo',
    'zip-contents': 'Contenido del archivo comprimido',
    opens: 'Se abre sin contraseña',
    'active-content': 'Sin programas ni contenido que se ejecute',
    'file-name': 'Nombre del archivo',
    duplicate: 'No está publicado ya',
    inspection: 'Lectura del texto',
  },
  where: ({ entry, page, field }) =>
    [entry && `En «${entry}»`, page && `Página ${page}`, field && `Campo «${field}»`].filter(Boolean).join(', '),
  rename: (name) => `Cambiar el nombre a «${name}»`,
  rules: {
    'size/empty': {
      wrong: 'El archivo está vacío.',
      mend: 'Abra el original, compruebe que tenga contenido, guárdelo y envíelo de nuevo.',
    },
    'size/over-limit': {
      wrong: ({ bytes, limitBytes }) =>
        `El archivo pesa ${sizeSaid(bytes)} y esta sección acepta hasta ${sizeSaid(limitBytes)}.`,
      mend: 'En Word: Archivo, Guardar como, PDF, «Tamaño mínimo». En Acrobat: Archivo, Guardar como otro, PDF de tamaño reducido. Si son varios documentos, envíelos por separado.',
    },
    'real-type/unknown': {
      wrong: 'El contenido no corresponde a ningún tipo de archivo conocido.',
      mend: 'Ábralo con el programa con que lo hizo, use «Guardar como» y elija uno de los tipos que acepta la sección.',
    },
    'real-type/program': {
      wrong: ({ extension }) => `El archivo es un programa, aunque su nombre termine en «.${extension}».`,
      mend: 'No se publican programas. Si usted no lo creó, avise a su área de informática antes de abrirlo.',
    },
    'real-type/other-than-name': {
      wrong: ({ extension, detected }) =>
        `El nombre dice que es ${typeSaid(extension)}, pero el contenido es ${typeSaid(detected)}.`,
      mend: ({ extension }) =>
        `Cambiar el nombre no convierte un archivo. Ábralo con su programa, use «Guardar como» o «Exportar» y elija ${typeSaid(extension)}.`,
    },
    'real-type/no-extension': {
      wrong: ({ detected }) => `Al nombre le falta la terminación; el contenido es ${typeSaid(detected)}.`,
      mend: ({ detected }) => `Agregue «.${detected}» al final del nombre.`,
    },
    'real-type/not-allowed': {
      wrong: ({ extension, allowed }) =>
        `Esta sección no acepta archivos ${typeSaid(extension)}. Acepta: ${typeSaid(allowed)}.`,
      mend: 'En Word, Excel o LibreOffice use «Guardar como» y elija uno de los tipos aceptados.',
    },
    'real-type/double-extension': {
      wrong: ({ inner, extension }) => `El nombre lleva dos terminaciones, «.${inner}» y «.${extension}».`,
      mend: ({ inner }) => `Quite «.${inner}» del nombre.`,
    },
    'real-type/disguised-program': {
      wrong: ({ inner }) => `El nombre esconde la terminación de un programa, «.${inner}».`,
      mend: 'Si usted no puso ese nombre, avise a su área de informática. Si lo puso, quite esa terminación.',
    },
    'real-type/other-than-declared': {
      wrong: ({ declared, detected }) =>
        `El navegador lo envió como «${declared}»; el contenido es ${typeSaid(detected)}.`,
      mend: 'No tiene que hacer nada: se publicará con su tipo real.',
    },
    'opens/pdf-broken': {
      wrong: 'El PDF está dañado y no se puede abrir.',
      mend: 'Vuelva a crearlo desde el original. En Word: Archivo, Exportar, Crear documento PDF. En LibreOffice: Archivo, Exportar a PDF.',
    },
    'opens/pdf-locked': {
      wrong: 'El PDF pide contraseña para abrirse.',
      mend: 'En Acrobat: Archivo, Propiedades, Seguridad, elija «Sin seguridad» y guarde. O vuelva a exportarlo desde el original sin contraseña.',
    },
    'opens/pdf-encrypted': {
      wrong: 'El PDF está cifrado: se abre, pero restringe copiar, imprimir o leer en voz alta.',
      mend: 'En Acrobat: Archivo, Propiedades, Seguridad, elija «Sin seguridad» y guarde. Lo público debe poder copiarse y leerse con cualquier ayuda técnica.',
    },
    'opens/pdf-page-broken': {
      wrong: 'Una página del PDF está dañada y no se puede mostrar.',
      mend: 'Vuelva a crear el PDF desde el original y revise que todas sus páginas se vean.',
    },
    'opens/pdf-cut': {
      wrong: 'Al PDF le falta el final; es posible que se haya cortado al copiarlo o descargarlo.',
      mend: 'Compare el número de páginas con el original y vuelva a exportarlo o a descargarlo.',
    },
    'opens/office-locked': {
      wrong: 'El documento pide contraseña para abrirse.',
      mend: 'En Word o Excel: Archivo, Información, Proteger, Cifrar con contraseña; borre la contraseña y guarde. En LibreOffice: Archivo, Guardar como, quite «Guardar con contraseña».',
    },
    'opens/office-broken': {
      wrong: 'El documento está dañado y no se puede abrir completo.',
      mend: 'Ábralo con «Abrir y reparar» en Word o Excel, revise el contenido y guárdelo con otro nombre.',
    },
    'opens/zip-broken': {
      wrong: 'El archivo comprimido está dañado o incompleto.',
      mend: 'Vuelva a crearlo: seleccione los archivos, clic derecho, Comprimir en archivo ZIP.',
    },
    'opens/zip-locked': {
      wrong: 'El archivo comprimido pide contraseña.',
      mend: 'Vuelva a crearlo sin contraseña.',
    },
    'opens/image-broken': {
      wrong: 'La imagen está dañada y no se puede mostrar.',
      mend: 'Ábrala con un editor de imágenes, compruebe que se vea completa y guárdela de nuevo.',
    },
    'active-content/macros': {
      wrong: 'El documento contiene macros, que son programas.',
      mend: 'En Word o Excel: Archivo, Guardar como, elija un tipo sin macros (.docx o .xlsx). En LibreOffice: Herramientas, Macros, Organizar, bórrelas y guarde.',
    },
    'active-content/controls': {
      wrong: 'El documento contiene controles u objetos de otros programas.',
      mend: 'En Word o Excel: pestaña Programador, Modo Diseño; borre los controles u objetos y guarde. O exporte el documento a PDF.',
    },
    'active-content/remote-template': {
      wrong: 'El documento carga una plantilla desde otra dirección cada vez que se abre.',
      mend: 'En Word: Archivo, Opciones, Complementos, Administrar: Plantillas, Ir; desvincule la plantilla y guarde.',
    },
    'active-content/pdf-javascript': {
      wrong: 'El PDF contiene JavaScript, que se ejecuta al abrirlo o al llenarlo.',
      mend: 'En Acrobat: Herramientas, JavaScript, Todos los JavaScripts, bórrelos y guarde. O imprímalo como PDF si no es un formulario.',
    },
    'active-content/pdf-launch': {
      wrong: 'El PDF intenta abrir otro programa o archivo.',
      mend: 'En Acrobat: Editar PDF, Vínculo; borre los vínculos que abren archivos y guarde con otro nombre.',
    },
    'active-content/pdf-attachments': {
      wrong: ({ names }) =>
        names ? `El PDF lleva archivos adjuntos dentro: ${names}.` : 'El PDF lleva archivos adjuntos dentro.',
      mend: 'En Acrobat: panel Archivos adjuntos, elimínelos y guarde. Si deben publicarse, envíelos como archivos aparte.',
    },
    'active-content/pdf-media': {
      wrong: 'El PDF contiene audio, video u otro contenido que se reproduce.',
      mend: 'Quítelo en Acrobat y envíe el audio o el video como archivo aparte.',
    },
    'active-content/svg-element': {
      wrong: ({ element }) => `El dibujo SVG contiene «${element}», que no se permite.`,
      mend: 'Guarde el dibujo como «SVG simple» u «SVG optimizado», sin animaciones ni código.',
    },
    'active-content/svg-handler': {
      wrong: ({ attribute }) => `El dibujo SVG contiene código que se ejecuta («${attribute}»).`,
      mend: 'Guarde el dibujo como «SVG simple» u «SVG optimizado», sin interactividad.',
    },
    'active-content/svg-external': {
      wrong: ({ address }) => `El dibujo SVG carga contenido de otra parte: «${address}».`,
      mend: 'Incruste las imágenes y convierta los textos en trazos o use tipos de letra comunes; después guárdelo de nuevo.',
    },
    'active-content/svg-declaration': {
      wrong: 'El dibujo SVG contiene declaraciones que pueden esconder contenido.',
      mend: 'Ábralo con Inkscape y guárdelo como «SVG simple».',
    },
    'active-content/svg-broken': {
      wrong: 'El dibujo SVG está mal formado.',
      mend: 'Ábralo con Inkscape o Illustrator, compruebe que se vea y guárdelo de nuevo.',
    },
    'active-content/html-element': {
      wrong: ({ element }) => `El archivo contiene «${element}», que se ejecuta o carga contenido de otra parte.`,
      mend: 'Quite ese elemento, o exporte el documento a PDF.',
    },
    'active-content/html-handler': {
      wrong: ({ attribute }) => `La página contiene código que se ejecuta («${attribute}»).`,
      mend: 'Quite ese atributo, o exporte el documento a PDF.',
    },
    'active-content/html-address': {
      wrong: ({ scheme }) => `La página contiene un vínculo que ejecuta código («${scheme}»).`,
      mend: 'Cambie el vínculo por una dirección que empiece con https.',
    },
    'file-name/form': {
      wrong: ({ name }) => `El nombre «${name}» no sigue la regla: minúsculas sin acentos, números y guiones.`,
      mend: 'Acepte el nombre propuesto o escriba otro, por ejemplo «informe-anual-2025.pdf».',
    },
    'file-name/long': {
      wrong: ({ length, longest }) => `El nombre tiene ${length} caracteres; el máximo es ${longest}.`,
      mend: 'Acepte el nombre propuesto o escriba uno más corto.',
    },
    'file-name/version-words': {
      wrong: ({ words }) => `El nombre habla de versiones («${words}»), que nada dicen a quien lo lee.`,
      mend: 'Acepte el nombre propuesto. El sistema guarda por sí mismo cada versión.',
    },
    'file-name/taken': {
      wrong: ({ name }) => `Otro archivo de este documento ya se llama «${name}».`,
      mend: 'Acepte el nombre propuesto o escriba uno que los distinga.',
    },
    'duplicate/already-live': {
      wrong: ({ title }) => `Este mismo archivo ya está publicado: «${title}».`,
      mend: ({ address }) => `En lugar de publicarlo dos veces, ponga un vínculo a ${address}.`,
    },
    'duplicate/live-under-another-title': {
      wrong: ({ title }) => `Este mismo archivo ya está publicado con otro título: «${title}».`,
      mend: ({ address }) =>
        `Compruebe que eligió el archivo correcto. Si lo es, corrija el título o ponga un vínculo a ${address}.`,
    },
    'zip-contents/outside': {
      wrong: 'El archivo comprimido intenta escribir fuera de su carpeta.',
      mend: 'Vuelva a crearlo con sus propios archivos. Si no lo creó usted, avise a su área de informática.',
    },
    'zip-contents/nested': {
      wrong: 'Hay un archivo comprimido dentro de otro.',
      mend: 'Descomprímalo y ponga sus archivos directamente en el ZIP.',
    },
    'zip-contents/bomb': {
      wrong: ({ ratio }) =>
        `Al descomprimirse crece ${ratio} veces o más, como los archivos hechos para bloquear equipos.`,
      mend: 'Vuelva a crearlo con sus propios archivos, o envíelos sin comprimir.',
    },
    'zip-contents/too-much': {
      wrong: ({ bytes, limitBytes }) => `Descomprimido ocupa ${sizeSaid(bytes)}; el máximo es ${sizeSaid(limitBytes)}.`,
      mend: 'Repártalo en varios archivos comprimidos más pequeños.',
    },
    'zip-contents/too-many': {
      wrong: ({ count, most }) => `Contiene ${count} archivos; el máximo es ${most}.`,
      mend: 'Repártalo en varios archivos comprimidos más pequeños.',
    },
    'zip-contents/names': {
      wrong: 'El nombre de un archivo no está en UTF-8 y se verá mal en otros equipos.',
      mend: 'Quite acentos y eñes de los nombres, o vuelva a comprimir con el programa de Windows, macOS o 7-Zip actualizado.',
    },
    'zip-contents/repeated': {
      wrong: 'El archivo comprimido contiene dos archivos con el mismo nombre.',
      mend: 'Vuelva a crearlo y dé a cada archivo un nombre distinto.',
    },
    'zip-contents/not-reviewed': {
      wrong: 'Un archivo de adentro es demasiado grande para revisarlo en el ZIP.',
      mend: 'Envíelo como archivo aparte, o confirme que su contenido es correcto.',
    },
    'zip-contents/incomplete-map': {
      wrong: ({ missing }) => `Al mapa le faltan archivos: ${missing}.`,
      mend: 'Agregue al ZIP todos los archivos del mapa, con el mismo nombre y cada uno con su terminación.',
    },
    'review/out-of-memory': {
      wrong: 'El archivo no se pudo revisar: abrirlo exige demasiada memoria.',
      mend: 'Divídalo o redúzcalo y envíelo de nuevo. Si ya es pequeño, vuelva a crearlo desde el original.',
    },
    'review/timeout': {
      wrong: 'El archivo no se pudo revisar a tiempo.',
      mend: 'Envíelo de nuevo. Si se repite, divídalo o vuelva a crearlo desde el original.',
    },
    'review/crashed': {
      wrong: 'El archivo no se pudo revisar: interrumpió al programa que lo revisa.',
      mend: 'Vuelva a crearlo desde el original y envíelo de nuevo.',
    },
    'review/unreadable': {
      wrong: 'El archivo no se pudo leer del almacén.',
      mend: 'Envíelo de nuevo. Si se repite, avise a quien administra el sistema.',
    },
    'review/failed': {
      wrong: 'Esta revisión no pudo terminar con este archivo.',
      mend: 'Vuelva a crearlo desde el original. Si se repite, avise a quien administra el sistema.',
    },
  },
}
