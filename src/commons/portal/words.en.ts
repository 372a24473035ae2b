import type { RedirectObjection, Wanted } from './rules/redirects.ts'
import type { TextObjection } from './rules/rich-text.ts'
import { portal } from './words/portal.en.ts'
import { staff } from './words/staff.en.ts'
import type { PortalWords } from './words.es.ts'

function textObjection(objection: TextObjection): string {
  switch (objection.code) {
    case 'empty':
      return 'The text is empty.'
    case 'heading-order':
      return `The heading “${objection.text}” skips a level: begin at level 2 and go down one at a time.`
    case 'link-without-address':
      return `The link “${objection.text}” does not lead to a web or mail address, or to this portal.`
    case 'link-without-text':
      return `The link to ${objection.text} has no text.`
    case 'foreign-image':
      return 'There is an image that is not in the library of the portal. Upload it first and use the address it is given.'
    case 'image-without-alternative':
      return `The image ${objection.text.slice(0, 24)}… is not described: write what it shows or declare it decorative.`
    case 'alternative-too-long':
      return `The description “${objection.text}…” is longer than 255 characters.`
    case 'table-without-headers':
      return 'There is a table without column headers.'
  }
}

function redirectObjection(objection: RedirectObjection | 'living', line: number, { from, to }: Wanted): string {
  const what = {
    'not-a-path': `“${from}” is not an address of this portal: it must begin with a slash and not be the home page.`,
    'bad-target': `“${to}” is not an address of this portal: it must begin with a slash.`,
    loop: `“${from}” would lead to itself.`,
    repeated: `“${from}” is already in an earlier line.`,
    living: `A page or section stands at “${from}”: withdraw or move it first.`,
  }[objection]
  return `Line ${line}: ${what}`
}

export const en: PortalWords = {
  moduleTitle: 'Portal: sections, pages and home',
  cannot: 'It was not saved: some details need correcting.',
  badSlug: 'The address takes only letters without accents, digits and hyphens, for example acuerdos-2026.',
  reservedSlug: (slug) => `The address “${slug}” is used by the system; choose another.`,
  takenSlug: (slug) => `There is already a page or section with the address “${slug}” in that place.`,
  redirectLoop: (from) => `“${from}” would close a circle: one address would lead to the other without end.`,
  notSiblings: 'Only sections that hang from the same one are put in order.',
  sectionNotEmpty: (inside) =>
    inside === 1
      ? 'The section holds a page or section. Move or withdraw it before closing.'
      : `The section holds ${inside} pages or sections. Move or withdraw them before closing.`,
  fourEyes:
    'Whoever writes does not publish: ask another person to read and publish it, unless a written rule allows it.',
  halfTranslated: 'The English version has a title and a text, or neither.',
  noSuchImage: 'That image is not in the library of the portal.',
  altMissing: 'Describe the image or declare it decorative.',
  pictureUnseen: 'That picture is still being looked into. Try again in a few seconds.',
  notAPicture: (name: string) => `“${name}” is no PNG, JPEG, WebP or GIF picture.`,
  pictureTooLarge: (name: string) => `“${name}” is larger than 5 MB.`,
  badLink: 'Write an address of this portal (/documentos), a web address (https://…) or a mail address (mailto:…).',
  noticeEndsBefore: 'The notice must end after it begins, and not be over already.',
  broadcastEndsBefore: 'The broadcast must end after it begins, and not be over already.',
  broadcastTooLong: (hours) => `A broadcast lasts ${hours} hours at most.`,
  badContact: 'Write mailto: and an address, or an https address.',
  ruleWithoutSource: 'Say which rule allows it: name, number and date.',
  textObjection,
  redirectObjection,
  moveObjection: {
    'under-itself': 'A section cannot stand inside itself.',
    'too-deep': 'It would be more than six levels down: nobody would find it.',
    'no-parent': 'That section no longer exists.',
  },
  tells: {
    sectionOpened: (path) => `The section ${path} was opened.`,
    sectionDescribed: (path) => `The description or the order of ${path} changed.`,
    sectionMoved: (from, path) => `The section moved from ${from} to ${path}.`,
    sectionClosed: (path) => `The section ${path} was closed.`,
    pageWritten: (number) => `Version ${number} was written.`,
    pageRestored: (number, restores) => `Version ${restores} was restored as version ${number}.`,
    pagePublished: (number, path) => `Version ${number} was published at ${path}.`,
    pageWithdrawn: (path) => `It was withdrawn from ${path}.`,
    featureStarted: 'A highlight was added to the home page.',
    featureRetired: 'A highlight was taken off the home page.',
    featuresOrdered: 'The order of the highlights changed.',
    noticeAnnounced: 'A notice was put up on the portal.',
    noticeRetired: 'A notice was taken down from the portal.',
    broadcastAnnounced: 'Announced a broadcast.',
    broadcastCancelled: 'Took a broadcast off the home page.',
    homeComposed: 'The home page changed.',
    imagesKept: (count) => `${count} images were added to the library.`,
    imageKept: 'An image was added to the library.',
    ruleSet: (allowed) =>
      allowed
        ? "The rule that allows publishing one's own text was recorded."
        : "The rule that allowed publishing one's own text was lifted.",
    redirectsAdded: (count) => (count === 1 ? 'A redirect was added.' : `${count} redirects were added.`),
    redirectRemoved: 'A redirect was removed.',
  },
  grants: {
    compose: 'Write pages and arrange the sections of the portal',
    publish: 'Publish and withdraw pages; compose the home page and the notices',
    rule: 'Record the written rules of the portal',
    intranet: 'Read the intranet sections and pages',
  },
  portal,
  staff,
  pageAltered: (version) => `Version ${version} of a page has not the text that was hashed.`,
}
