import { accountNames } from '#commons/identity'
import { reaches } from '#kernel/actor'
import { shortDateTime } from '#kernel/pure/dates'
import {
  Button,
  Choices,
  FoldedForm,
  Form,
  FormEnd,
  formAt,
  Remark,
  Section,
  Select,
  Stack,
  State,
  TextArea,
  TextInput,
} from '#ui'
import { type Observation, observationsOf, type Reply, repliesOf } from '../queries/observations.ts'
import { type DraftFile, draftFilesOf, type Request } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C, seenOf } from './finding.ts'

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

const severityTones = { blocks: 'bad', must: 'warn', suggests: 'plain' } as const
const stateTones = { open: 'plain', answered: 'on', accepted: 'ok', dismissed: 'plain' } as const

/** What the reviewer saw and what the area answered, each at its file, page or field. */
export async function Observations({ c, request, zone }: Props) {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const db = app.tables<PublicationsTables>()
  const [all, files] = await Promise.all([observationsOf(db, request.id), draftFilesOf(db, request.id)])
  const replies = await repliesOf(
    db,
    all.map(({ id }) => id),
  )
  const names = await accountNames(
    app,
    [...all, ...replies].map(({ author }) => author),
  )
  const reviews = request.state === 'in-review' && reaches(actor, 'publications.review', request.area_id)
  if (all.length === 0 && !reviews) return null
  const open = all.filter(({ state }) => state === 'open').length
  return (
    <Section id="observaciones" title={said.observations} count={all.length} aside={said.openCount(open)}>
      <Stack>
        {all.map((observation) => (
          <One
            {...{ c, request, zone, observation, files, names }}
            replies={replies.filter(({ observation_id }) => observation_id === observation.id)}
          />
        ))}
      </Stack>
      {reviews && <Write c={c} request={request} files={files} />}
    </Section>
  )
}

interface OneProps extends Props {
  readonly observation: Observation
  readonly replies: readonly Reply[]
  readonly files: readonly DraftFile[]
  readonly names: ReadonlyMap<string, string>
}

const One = ({ c, request, zone, observation, replies, files, names }: OneProps) => {
  const { locale } = c.var
  const said = staffWords[locale]
  const { number, severity, state } = observation
  const says = [{ text: observation.text, author: observation.author, at: observation.at }, ...replies]
  return (
    <Remark
      id={`observacion-${number}`}
      title={said.observation(number)}
      where={whereOf(c, observation, files)}
      severity={<State tone={severityTones[severity]} word={words[locale].severities[severity]} />}
      state={<State tone={stateTones[state]} word={words[locale].observationStates[state]} />}
      says={says.map(({ text, author, at }) => ({
        text,
        by: names.get(author) ?? author,
        when: { iso: at.toISOString(), text: shortDateTime(at, zone, locale) },
      }))}
      actions={<Answering c={c} request={request} observation={observation} />}
    />
  )
}

function whereOf(c: C, { file_id, page, field }: Observation, files: readonly DraftFile[]): string {
  const said = staffWords[c.var.locale]
  if (field) return said.fields[field as keyof typeof said.fields] ?? field
  const name = files.find((file) => file.file_id === file_id)?.public_name
  if (!name) return ''
  return page ? said.pageOf(name, page) : name
}

const Answering = ({ c, request, observation: { number, state } }: Pick<OneProps, 'c' | 'request' | 'observation'>) => {
  const { actor, locale } = c.var
  const said = staffWords[locale]
  const here = `${addressOf(request)}/observaciones/${number}`
  const asks = request.state === 'with-observations' && reaches(actor, 'publications.request', request.area_id)
  if (asks && (state === 'open' || state === 'answered')) {
    return (
      <Form {...formAt(c, `${here}/respuesta`)} hidden={seenOf(request)}>
        <TextArea name="text" label={said.yourAnswer} ask={said.ask.answer} rows={2} />
        <FormEnd>
          <Button size="small">{said.answer}</Button>
        </FormEnd>
      </Form>
    )
  }
  const reviews = request.state === 'in-review' && reaches(actor, 'publications.review', request.area_id)
  if (!reviews || state === 'accepted' || state === 'dismissed') return null
  return (
    <Form {...formAt(c, `${here}/resultado`)} hidden={seenOf(request)}>
      <TextArea name="text" label={said.insistWhy} hint={said.insistHint} rows={2} />
      <FormEnd>
        <Button size="small" name="outcome" value="accept">
          {state === 'answered' ? said.accept : said.acceptUnanswered}
        </Button>
        <Button size="small" name="outcome" value="insist">
          {said.insist}
        </Button>
        <Button size="small" name="outcome" value="dismiss">
          {said.dismiss}
        </Button>
      </FormEnd>
    </Form>
  )
}

const Write = ({ c, request, files }: { c: C; request: Request; files: readonly DraftFile[] }) => {
  const { locale } = c.var
  const said = staffWords[locale]
  return (
    <FoldedForm
      place="escribir"
      summary={said.write}
      {...formAt(c, `${addressOf(request)}/observaciones`)}
      hidden={seenOf(request)}
    >
      <Choices
        kind="radio"
        name="severity"
        label={said.severity}
        value="must"
        inline
        options={Object.entries(words[locale].severities).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="file"
        label={said.where}
        none={said.whole}
        options={files.map(({ file_id, public_name }) => ({ value: String(file_id), label: public_name }))}
      />
      <TextInput name="page" type="number" label={said.page} size="small" optional />
      <Select
        name="field"
        label={said.field}
        none={said.whole}
        options={Object.entries(said.fields).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="text" label={said.text} ask={said.ask.text} limit={4000} />
      <FormEnd>
        <Button>{said.add}</Button>
      </FormEnd>
    </FoldedForm>
  )
}
