import { type CheckWords, sizeSaid, typeSaid } from './words.ts'

export const en: CheckWords = {
  checks: {
    size: 'Size',
    'real-type': 'Real type of the file',
    'zip-contents': 'Contents of the zip',
    opens: 'Opens without a password',
    'active-content': 'No programs, nothing that runs',
    'file-name': 'File name',
    duplicate: 'Not published already',
    inspection: 'Reading the text',
  },
  where: ({ entry, page, field }) =>
    [entry && `In “${entry}”`, page && `Page ${page}`, field && `Field “${field}”`].filter(Boolean).join(', '),
  rename: (name) => `Rename to “${name}”`,
  rules: {
    'size/empty': {
      wrong: 'The file is empty.',
      mend: 'Open the original, make sure that it has contents, save it and send it again.',
    },
    'size/over-limit': {
      wrong: ({ bytes, limitBytes }) =>
        `The file is ${sizeSaid(bytes)} and this section takes up to ${sizeSaid(limitBytes)}.`,
      mend: 'In Word: File, Save As, PDF, “Minimum size”. In Acrobat: File, Save As Other, Reduced Size PDF. Send several documents separately.',
    },
    'real-type/unknown': {
      wrong: 'The contents are of no known type of file.',
      mend: 'Open it with the program that made it, use “Save As” and choose a type that the section takes.',
    },
    'real-type/program': {
      wrong: ({ extension }) => `The file is a program, though its name ends in “.${extension}”.`,
      mend: 'Programs are not published. If you did not make it, tell your IT staff before opening it.',
    },
    'real-type/other-than-name': {
      wrong: ({ extension, detected }) =>
        `The name says ${typeSaid(extension)}, but the contents are ${typeSaid(detected)}.`,
      mend: ({ extension }) =>
        `A new name does not convert a file. Open it with its program, use “Save As” or “Export” and choose ${typeSaid(extension)}.`,
    },
    'real-type/no-extension': {
      wrong: ({ detected }) => `The name has no ending; the contents are ${typeSaid(detected)}.`,
      mend: ({ detected }) => `Add “.${detected}” to the end of the name.`,
    },
    'real-type/not-allowed': {
      wrong: ({ extension, allowed }) =>
        `This section does not take ${typeSaid(extension)} files. It takes: ${typeSaid(allowed)}.`,
      mend: 'In Word, Excel or LibreOffice use “Save As” and choose one of the types taken.',
    },
    'real-type/double-extension': {
      wrong: ({ inner, extension }) => `The name has two endings, “.${inner}” and “.${extension}”.`,
      mend: ({ inner }) => `Remove “.${inner}” from the name.`,
    },
    'real-type/disguised-program': {
      wrong: ({ inner }) => `The name hides the ending of a program, “.${inner}”.`,
      mend: 'If you did not choose that name, tell your IT staff. If you did, remove that ending.',
    },
    'real-type/other-than-declared': {
      wrong: ({ declared, detected }) =>
        `The browser sent it as “${declared}”; the contents are ${typeSaid(detected)}.`,
      mend: 'Nothing to do: it will be published with its real type.',
    },
    'opens/pdf-broken': {
      wrong: 'The PDF is damaged and cannot be opened.',
      mend: 'Make it again from the original. In Word: File, Export, Create PDF. In LibreOffice: File, Export as PDF.',
    },
    'opens/pdf-locked': {
      wrong: 'The PDF asks for a password to open.',
      mend: 'In Acrobat: File, Properties, Security, choose “No Security” and save. Or export it again from the original without a password.',
    },
    'opens/pdf-encrypted': {
      wrong: 'The PDF is encrypted: it opens, but restricts copying, printing or reading aloud.',
      mend: 'In Acrobat: File, Properties, Security, choose “No Security” and save. What is public must be free to copy and to read with any aid.',
    },
    'opens/pdf-page-broken': {
      wrong: 'A page of the PDF is damaged and cannot be shown.',
      mend: 'Make the PDF again from the original and look at all its pages.',
    },
    'opens/pdf-cut': {
      wrong: 'The end of the PDF is missing; it may have been cut while it was copied or downloaded.',
      mend: 'Compare the number of pages with the original, and export or download it again.',
    },
    'opens/office-locked': {
      wrong: 'The document asks for a password to open.',
      mend: 'In Word or Excel: File, Info, Protect, Encrypt with Password; clear the password and save. In LibreOffice: File, Save As, untick “Save with password”.',
    },
    'opens/office-broken': {
      wrong: 'The document is damaged and cannot be opened whole.',
      mend: 'Open it with “Open and Repair” in Word or Excel, look through it and save it under another name.',
    },
    'opens/zip-broken': {
      wrong: 'The zip is damaged or incomplete.',
      mend: 'Make it again: select the files, right click, Compress to ZIP file.',
    },
    'opens/zip-locked': {
      wrong: 'The zip asks for a password.',
      mend: 'Make it again without a password.',
    },
    'opens/image-broken': {
      wrong: 'The image is damaged and cannot be shown.',
      mend: 'Open it with an image editor, make sure that all of it shows and save it again.',
    },
    'active-content/macros': {
      wrong: 'The document contains macros, which are programs.',
      mend: 'In Word or Excel: File, Save As, choose a type without macros (.docx or .xlsx). In LibreOffice: Tools, Macros, Organize, delete them and save.',
    },
    'active-content/controls': {
      wrong: 'The document contains controls or objects of other programs.',
      mend: 'In Word or Excel: Developer tab, Design Mode; delete the controls or objects and save. Or export the document to PDF.',
    },
    'active-content/remote-template': {
      wrong: 'The document loads a template from another address whenever it is opened.',
      mend: 'In Word: File, Options, Add-ins, Manage: Templates, Go; detach the template and save.',
    },
    'active-content/pdf-javascript': {
      wrong: 'The PDF contains JavaScript, which runs when it is opened or filled in.',
      mend: 'In Acrobat: Tools, JavaScript, All JavaScripts, delete them and save. Or print it to PDF if it is no form.',
    },
    'active-content/pdf-launch': {
      wrong: 'The PDF tries to open another program or file.',
      mend: 'In Acrobat: Edit PDF, Link; delete the links that open files and save under another name.',
    },
    'active-content/pdf-attachments': {
      wrong: ({ names }) => (names ? `The PDF carries files inside: ${names}.` : 'The PDF carries files inside.'),
      mend: 'In Acrobat: Attachments panel, delete them and save. If they must be published, send them as files of their own.',
    },
    'active-content/pdf-media': {
      wrong: 'The PDF contains audio, video or other contents that play.',
      mend: 'Remove it in Acrobat and send the audio or video as a file of its own.',
    },
    'active-content/svg-element': {
      wrong: ({ element }) => `The SVG drawing contains “${element}”, which is not allowed.`,
      mend: 'Save the drawing as “Plain SVG” or “Optimized SVG”, without animation or code.',
    },
    'active-content/svg-handler': {
      wrong: ({ attribute }) => `The SVG drawing contains code that runs (“${attribute}”).`,
      mend: 'Save the drawing as “Plain SVG” or “Optimized SVG”, without interaction.',
    },
    'active-content/svg-external': {
      wrong: ({ address }) => `The SVG drawing loads contents from elsewhere: “${address}”.`,
      mend: 'Embed the images, turn text into paths or use common fonts, and save it again.',
    },
    'active-content/svg-declaration': {
      wrong: 'The SVG drawing contains declarations that may hide contents.',
      mend: 'Open it with Inkscape and save it as “Plain SVG”.',
    },
    'active-content/svg-broken': {
      wrong: 'The SVG drawing is malformed.',
      mend: 'Open it with Inkscape or Illustrator, make sure that it shows and save it again.',
    },
    'active-content/html-element': {
      wrong: ({ element }) => `The file contains “${element}”, which runs or loads contents from elsewhere.`,
      mend: 'Remove that element, or export the document to PDF.',
    },
    'active-content/html-handler': {
      wrong: ({ attribute }) => `The page contains code that runs (“${attribute}”).`,
      mend: 'Remove that attribute, or export the document to PDF.',
    },
    'active-content/html-address': {
      wrong: ({ scheme }) => `The page contains a link that runs code (“${scheme}”).`,
      mend: 'Change the link to an address that begins with https.',
    },
    'file-name/form': {
      wrong: ({ name }) => `The name “${name}” breaks the rule: lower case without accents, numbers and hyphens.`,
      mend: 'Accept the name offered or write another, such as “informe-anual-2025.pdf”.',
    },
    'file-name/long': {
      wrong: ({ length, longest }) => `The name has ${length} characters; the most is ${longest}.`,
      mend: 'Accept the name offered or write a shorter one.',
    },
    'file-name/version-words': {
      wrong: ({ words }) => `The name speaks of versions (“${words}”), which tell a reader nothing.`,
      mend: 'Accept the name offered. The system keeps every version by itself.',
    },
    'file-name/taken': {
      wrong: ({ name }) => `Another file of this document is already called “${name}”.`,
      mend: 'Accept the name offered or write one that tells them apart.',
    },
    'duplicate/already-live': {
      wrong: ({ title }) => `This very file is already published: “${title}”.`,
      mend: ({ address }) => `Instead of publishing it twice, link to ${address}.`,
    },
    'duplicate/live-under-another-title': {
      wrong: ({ title }) => `This very file is already published under another title: “${title}”.`,
      mend: ({ address }) =>
        `Make sure that you chose the right file. If you did, correct the title or link to ${address}.`,
    },
    'zip-contents/outside': {
      wrong: 'The zip tries to write outside its folder.',
      mend: 'Make it again with your own files. If you did not make it, tell your IT staff.',
    },
    'zip-contents/nested': {
      wrong: 'There is an archive inside the zip.',
      mend: 'Unpack it and put its files straight into the zip.',
    },
    'zip-contents/bomb': {
      wrong: ({ ratio }) => `It grows ${ratio} times or more on unpacking, like files made to block computers.`,
      mend: 'Make it again with your own files, or send them uncompressed.',
    },
    'zip-contents/too-much': {
      wrong: ({ bytes, limitBytes }) => `Unpacked it takes ${sizeSaid(bytes)}; the most is ${sizeSaid(limitBytes)}.`,
      mend: 'Split it into several smaller zips.',
    },
    'zip-contents/too-many': {
      wrong: ({ count, most }) => `It holds ${count} files; the most is ${most}.`,
      mend: 'Split it into several smaller zips.',
    },
    'zip-contents/names': {
      wrong: 'The name of a file is not UTF-8 and will look wrong on other computers.',
      mend: 'Remove accents from the names, or compress again with an up-to-date Windows, macOS or 7-Zip.',
    },
    'zip-contents/repeated': {
      wrong: 'The zip holds two files of the same name.',
      mend: 'Make it again and give each file a name of its own.',
    },
    'zip-contents/not-reviewed': {
      wrong: 'A file inside is too large to be reviewed within the zip.',
      mend: 'Send it as a file of its own, or confirm that its contents are right.',
    },
    'zip-contents/incomplete-map': {
      wrong: ({ missing }) => `Files of the map are missing: ${missing}.`,
      mend: 'Add all the files of the map to the zip, of the same name and each with its ending.',
    },
    'review/out-of-memory': {
      wrong: 'The file could not be reviewed: opening it takes too much memory.',
      mend: 'Split or reduce it and send it again. If it is small already, make it again from the original.',
    },
    'review/timeout': {
      wrong: 'The file could not be reviewed in time.',
      mend: 'Send it again. If it happens again, split it or make it again from the original.',
    },
    'review/crashed': {
      wrong: 'The file could not be reviewed: it stopped the program that reviews it.',
      mend: 'Make it again from the original and send it again.',
    },
    'review/unreadable': {
      wrong: 'The file could not be read from the store.',
      mend: 'Send it again. If it happens again, tell whoever runs the system.',
    },
    'review/failed': {
      wrong: 'This check could not finish with this file.',
      mend: 'Make it again from the original. If it happens again, tell whoever runs the system.',
    },
  },
}
