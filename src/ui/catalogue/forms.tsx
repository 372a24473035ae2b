import { Refusal } from '#kernel/refusal'
import { asset } from '../assets.ts'
import { Button } from '../button.tsx'
import { Choice, Choices } from '../choices.tsx'
import { ColourInput } from '../colour-input.tsx'
import { controlOf, Field } from '../field.tsx'
import { DropZone, FileInput } from '../file-input.tsx'
import { FileItem, FileList } from '../files.tsx'
import { FieldGroup, FieldRow, FoldedForm, Form, FormEnd } from '../form.tsx'
import { DateInput, DateTimeInput, TextArea, TextInput } from '../inputs.tsx'
import { RichText } from '../rich-text.tsx'
import { Select } from '../select.tsx'
import { State } from '../state.tsx'
import { Spec, useSamples } from './spec.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

export const Forms = () => {
  const { sections } = useSamples()
  return (
    <>
      <Spec title={sections.fields}>
        <Fields />
      </Spec>
      <Spec title={sections.folded}>
        <Folded />
      </Spec>
      <Spec title={sections.filled}>
        <Returned />
      </Spec>
      <Spec title={sections.files}>
        <Files />
      </Spec>
    </>
  )
}

const Fields = () => {
  const samples = useSamples()
  return (
    <Form action="#campos" label={samples.sections.fields}>
      <TextInput
        name="title"
        label={samples.publicTitle}
        hint={samples.publicTitleHint}
        value={samples.publicTitleValue}
      />
      <TextArea name="summary" label={samples.summary} optional limit={160} value={samples.summaryValue} />
      <RichText
        name="body"
        label={samples.text}
        value={samples.bodyValue}
        pictures={[{ src: asset('mark.svg'), name: samples.pictureName }]}
        picturesHref="#campos"
      />
      <FieldGroup title={samples.group}>
        <DateTimeInput name="publishAt" label={samples.publishAt} value="2026-10-16T14:30" />
        <Select name="area" label={samples.area} options={samples.areas.map((label) => ({ value: label, label }))} />
        <FieldRow>
          <DateInput name="from" label={samples.from} />
          <DateInput name="until" label={samples.until} optional />
        </FieldRow>
        <TextInput name="suggested" label={samples.area} size="medium" suggestions={samples.areas} optional />
      </FieldGroup>
      <Choices
        kind="checkbox"
        name="targets"
        label={samples.targets}
        inline
        value={samples.targetNames.slice(0, 1)}
        options={samples.targetNames.map((label) => ({ value: label, label }))}
      />
      <ColourInput name="accent" label={samples.accent} value="#0b5660" ground="#f3f5f4" least={4.5} />
      <TextInput name="password" type="password" label={samples.password} size="small" autocomplete="new-password" />
      <Field name="free" label={samples.columns.due} hint={samples.publicTitleHint}>
        <TimeOfDay />
      </Field>
      <FileInput name="letter" label={samples.office} accept=".pdf" optional />
      <Choice name="consent" value="yes" label={samples.consent} />
      <FormEnd>
        <Button kind="main">{samples.sendToReview}</Button>
        <Button>{samples.saveDraft}</Button>
      </FormEnd>
    </Form>
  )
}

/** Any control of one's own, tied to its label by hand. */
const TimeOfDay = () => (
  <input class="input input--small" type="time" {...controlOf({ name: 'free', hint: useSamples().publicTitleHint })} />
)

const Folded = () => {
  const samples = useSamples()
  return (
    <FoldedForm summary={samples.addRemark} action="#plegado">
      <TextArea name="remark" label={samples.text} limit={160} />
      <FormEnd>
        <Button>{samples.saveDraft}</Button>
      </FormEnd>
    </FoldedForm>
  )
}

/** Sent back: the same words at the top and beside each field. */
const Returned = () => {
  const samples = useSamples()
  return (
    <Form action="#devuelto" refusal={refusal} values={{ reviewDate: '', basis: '' }} label={samples.sections.filled}>
      <DateInput name="reviewDate" label={samples.reviewDate} />
      <Choices
        kind="radio"
        name="basis"
        label={samples.basis}
        options={samples.bases.map((label, at) => ({
          value: label,
          label,
          hint: at === 0 ? samples.basisHint : undefined,
        }))}
      />
      <FormEnd>
        <Button kind="main">{samples.sendToReview}</Button>
      </FormEnd>
    </Form>
  )
}

const refusal = new Refusal('invalid', { es: es.reviewDateError, en: en.reviewDateError }, [
  { field: 'reviewDate', said: { es: es.reviewDateError, en: en.reviewDateError } },
  { field: 'basis', said: { es: es.basisError, en: en.basisError } },
])

const Files = () => {
  const samples = useSamples()
  const complies = <State tone="ok" word={samples.complies} />
  return (
    <>
      <FileList
        files={[
          { format: 'CSV', name: 'padron-afiliados-2026-09.csv', meta: samples.rowsOf, state: complies },
          {
            format: 'PDF',
            name: 'oficio-deppp-0871.pdf',
            href: '#archivos',
            meta: samples.pagesOf,
            state: <State tone="bad" word={samples.twoBlocks} />,
          },
        ]}
      />
      <ul class="files">
        <FileItem format="ODT" name="nota-metodologica.odt" meta={samples.editableMeta} />
      </ul>
      <DropZone action="#archivos" endpoint="/subidas" name="files" note={samples.limit} />
    </>
  )
}
