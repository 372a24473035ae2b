import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal'
import { invalid } from '#kernel/refusals'
import { Choices } from './choices.tsx'
import { AskFirst, FormDialog } from './dialog.tsx'
import { FoldedForm, Form } from './form.tsx'
import { DateInput, TextArea, TextInput } from './inputs.tsx'
import { Outcome } from './outcome.tsx'
import { Select } from './select.tsx'
import { Speaking } from './speaking.ts'

const said = { es: 'Escriba la fecha.', en: 'Enter the date.' }
const refusal = new Refusal('invalid', said, [{ field: 'review.date', said }])
const setting = { locale: 'es', institution: { name: 'Instituto', href: '/' }, refusal } as const

test('a returned form shows again what was typed, and each field its own reason', () => {
  const html = String(
    <Form
      action="/x"
      refusal={refusal}
      values={{ 'review.date': '31 febrero', title: '<b>"Acta"</b>' }}
      hidden={{ _key: 'k' }}
    >
      <DateInput name="review.date" label="Fecha" />
      <TextInput name="title" label="Título" />
    </Form>,
  )
  assert.match(html, /<span class="hidden">Error: <\/span>Escriba la fecha\./)
  assert.match(html, /value="31 febrero" id="campo-x-review-date"/)
  assert.match(html, /value="&lt;b&gt;&quot;Acta&quot;&lt;\/b&gt;"/)
  assert.match(html, /<input type="hidden" name="_key" value="k"/)
})

test('the error summary leads to each field, in the language of its reader', () => {
  const html = String(
    <Speaking.Provider value="en">
      <Outcome setting={setting}>
        <Form action="/x" refusal={refusal}>
          <DateInput name="review.date" label="Date" />
        </Form>
      </Outcome>
    </Speaking.Provider>,
  )
  assert.match(html, /autofocus/)
  assert.match(html, /<h2 id="errores-titulo">There is one thing to correct<\/h2>/)
  assert.match(html, /<a href="#campo-x-review-date">Enter the date\.<\/a>/)
})

test('the summary names each field and how to mend it, in the order of the page', () => {
  const raw = { title: 'Acta', area: '', kind: '' }
  const issues = [
    { path: ['kind'], code: 'invalid_value', message: '' },
    { path: ['other'], code: 'invalid_type', message: '' },
    { path: ['area'], code: 'too_small', message: 'choice' },
    { path: ['title'], code: 'too_small', origin: 'string', minimum: 5, message: '' },
  ]
  const html = String(
    <Outcome setting={{ ...setting, refusal: invalid(issues, raw) }}>
      <Form action="/x" refusal={invalid(issues, raw)} values={raw}>
        <TextInput name="title" label="Título" />
        <Select name="area" label="Área" ask="Elija el área." options={[]} />
        <Choices kind="radio" name="kind" label="Qué se pide" options={[]} />
      </Form>
    </Outcome>,
  )
  const told = [...html.slice(0, html.indexOf('</ul>')).matchAll(/<li>(?:<a[^>]*>)?([^<]*)/g)].map(([, text]) => text)
  assert.deepEqual(told, [
    'Título: escriba al menos 5 caracteres.',
    'Elija el área.',
    'Elija «Qué se pide».',
    'Falta este dato.',
  ])
  assert.match(html, /<\/span>Elija el área\./, 'the same words stand beside the field')
})

test('a form that was folded or in a dialog comes back open, and a dialog says itself why', () => {
  const page = (form: Record<string, unknown>, folded: Record<string, unknown>) =>
    String(
      <Outcome setting={form['refusal'] || folded['refusal'] ? setting : { ...setting, refusal: undefined }}>
        <FormDialog place="admitir" title="Admitir" action="/admitir" {...form}>
          <DateInput name="review.date" label="Fecha" />
        </FormDialog>
        <FoldedForm summary="Escribir" action="/escribir" {...folded}>
          <DateInput name="review.date" label="Fecha" />
        </FoldedForm>
      </Outcome>,
    )
  assert.doesNotMatch(page({}, {}), / open|summary-error/)
  const inDialog = page({ refusal }, {})
  assert.match(inDialog, /<dialog id="admitir"[^>]* open/)
  assert.equal(inDialog.match(/summary-error/g)?.length, 1)
  assert.ok(inDialog.indexOf('summary-error') > inDialog.indexOf('<dialog'))
  assert.match(inDialog, /href="#campo-admitir-review-date"/)
  const unfolded = page({}, { refusal })
  assert.match(unfolded, /<details class="fold" open/)
  assert.ok(unfolded.indexOf('summary-error') < unfolded.indexOf('<dialog'))
})

test('what cannot be undone is asked before it is done', () => {
  const html = String(<AskFirst action="/cuentas/3/cerrar" deed="Cerrar la cuenta" text="Ya no podrá entrar." />)
  assert.match(html, /<a class="btn" href="#pregunta-cuentas-3-cerrar" data-dialog/)
  assert.match(html, /<dialog id="pregunta-cuentas-3-cerrar".*Ya no podrá entrar\..*action="\/cuentas\/3\/cerrar"/s)
})

test('a password is never shown again', () => {
  const html = String(<TextInput name="password" type="password" label="Contraseña" value="secreta" />)
  assert.doesNotMatch(html, /secreta/)
})

test('a counter begins at what is already written', () => {
  const html = String(<TextArea name="summary" label="Resumen" limit={160} value="Año" />)
  assert.match(html, />3 de 160 caracteres</)
})
