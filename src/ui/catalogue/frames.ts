import type { Locale } from '#kernel/words'
import type { Frame, PortalFrame, Setting } from '../frame.ts'
import { samplesOf } from './spec.tsx'

// Frames for the catalogue and for whoever draws a page before its data exist.

const settingOf = (locale: Locale): Setting => ({
  locale,
  institution: { name: samplesOf(locale).institution, href: '/' },
  alternate: locale === 'es' ? '/en/componentes' : '/componentes',
})

export const sampleFrame = (locale: Locale): Frame => {
  const samples = samplesOf(locale)
  return {
    ...settingOf(locale),
    home: '/hoy',
    groups: [
      { items: [{ href: '/hoy', label: samples.today, icon: 'sun' }] },
      {
        title: samples.publish,
        items: [
          { href: '/solicitudes', label: samples.requestsNav, icon: 'inbox', count: 38, current: true },
          { href: '/documentos', label: samples.documents, icon: 'file-text' },
        ],
      },
    ],
    person: { name: 'Paula', initials: 'PR', href: '/cuenta' },
    notices: { href: '/avisos', count: 7 },
    search: { action: '/buscar' },
  }
}

export const samplePortalFrame = (locale: Locale): PortalFrame => {
  const samples = samplesOf(locale)
  const items = [
    { href: '/documentos', label: samples.documents },
    { href: '/transparencia', label: samples.transparency },
  ]
  return {
    ...settingOf(locale),
    nav: items.map((item, at) => ({ ...item, current: at === 0 })),
    contact: samples.contact,
    columns: [{ title: samples.consult, items }],
    colophon: samples.colophon,
  }
}
