import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../test/support/chromium.ts'
import { startHouse } from '../test/support/running.ts'

// Takes the pictures of the README and of the guide from the example, so that they show what there is:
// node --import ./scripts/register.mjs scripts/pictures.ts

const folder = join(import.meta.dirname, '../docs/pictures')

interface Picture {
  readonly name: string
  readonly path: string
  readonly who?: string
  readonly height?: number
}

const pictures: readonly Picture[] = [
  { name: 'portal', path: '/', height: 1000 },
  {
    name: 'documento',
    path: '/documentos/criterios-para-la-publicacion-de-elementos-alusivos-en-fechas',
    height: 1000,
  },
  { name: 'hoy', path: '/hoy', who: 'paula' },
  { name: 'solicitudes', path: '/solicitudes', who: 'paula' },
  { name: 'solicitud', path: '/solicitudes/SP-2026-000003', who: 'oscar', height: 1100 },
  { name: 'nueva-solicitud', path: '/solicitudes/nueva', who: 'daniela' },
  { name: 'secciones', path: '/portal/secciones', who: 'hugo' },
  { name: 'cuentas', path: '/administrar/cuentas', who: 'joel' },
]

const browser = await openBrowser()
if ('skipped' in browser) throw new Error(browser.skipped)
const house = await startHouse()
mkdirSync(folder, { recursive: true })
for (const who of [undefined, 'paula', 'oscar', 'daniela', 'hugo', 'joel']) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  if (who) {
    const [email, password] = house.passwords.find(([each]) => each.startsWith(who)) ?? ['', '']
    await page.goto(`${house.address}/entrar`)
    await page.getByLabel('Correo').fill(email)
    await page.getByLabel('Contraseña').fill(password)
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.waitForURL(/\/hoy$/)
  }
  for (const { name, path, height = 800 } of pictures.filter((picture) => picture.who === who)) {
    await page.setViewportSize({ width: 1280, height })
    for (const [face, suffix] of [
      ['', ''],
      ['/en', '-en'],
    ] as const) {
      await page.goto(`${house.address}${face}${face && path === '/' ? '' : path}`)
      await page.waitForLoadState('networkidle').catch(() => {})
      await page.screenshot({ path: join(folder, `${name}${suffix}.png`) })
    }
  }
  await context.close()
}
await browser.close()
await house.stop()
