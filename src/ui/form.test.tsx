import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal'
import { ErrorSummary } from './error-summary.tsx'
import { Form } from './form.tsx'
import { DateInput, TextArea, TextInput } from './inputs.tsx'
import { Speaking } from './speaking.ts'

const said = { es: 'Escriba la fecha.', en: 'Enter the date.' }
const refusal = new Refusal('invalid', said, [{ field: 'review.date', said }])

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
  assert.match(html, /value="31 febrero" id="campo-review-date"|id="campo-review-date"[^>]*aria-invalid="true"/)
  assert.match(html, /value="&lt;b&gt;&quot;Acta&quot;&lt;\/b&gt;"/)
  assert.match(html, /<input type="hidden" name="_key" value="k"/)
})

test('the error summary leads to each field, in the language of its reader', () => {
  const html = String(
    <Speaking.Provider value="en">
      <ErrorSummary refusal={refusal} />
    </Speaking.Provider>,
  )
  assert.match(html, /autofocus/)
  assert.match(html, /<h2 id="errores-titulo">There is one thing to correct<\/h2>/)
  assert.match(html, /<a href="#campo-review-date">Enter the date\.<\/a>/)
})

test('a password is never shown again', () => {
  const html = String(<TextInput name="password" type="password" label="Contraseña" value="secreta" />)
  assert.doesNotMatch(html, /secreta/)
})

test('a counter begins at what is already written', () => {
  const html = String(<TextArea name="summary" label="Resumen" limit={160} value="Año" />)
  assert.match(html, />3 de 160 caracteres</)
})
