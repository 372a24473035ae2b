import { ActionMenu } from '../action-menu.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Row } from '../columns.tsx'
import { AskFirst, Dialog, DialogCancel, FormDialog } from '../dialog.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Flash } from '../flash.tsx'
import { Notice } from '../notice.tsx'
import { Reasons } from '../reasons.tsx'
import { Select } from '../select.tsx'
import { State, Toned } from '../state.tsx'
import { Spec, useSamples } from './spec.tsx'

export const Actions = () => {
  const samples = useSamples()
  return (
    <>
      <Spec title={samples.sections.buttons}>
        <Row>
          <Button kind="main">{samples.sendToReview}</Button>
          <Button>{samples.saveDraft}</Button>
          <Button kind="bad">{samples.withdraw}</Button>
          <Button kind="plain">{samples.keep}</Button>
        </Row>
        <Row>
          <ButtonLink href="#contenido" size="small" icon="history">
            {samples.sections.history}
          </ButtonLink>
          <ButtonLink href="#contenido" kind="main" size="large" icon="download">
            {samples.download}
          </ButtonLink>
        </Row>
        <p class="muted">{samples.oneMain}</p>
      </Spec>
      <Spec title={samples.sections.dialogs}>
        <Dialogs />
      </Spec>
      <Spec title={samples.sections.reasons}>
        <Reasons
          id="razones"
          title={samples.missing}
          items={[
            { text: samples.closed, tone: 'bad', link: { href: '#razones', label: samples.seeClosed } },
            { text: samples.stale, icon: 'user-check', link: { href: '#razones', label: samples.approveAgain } },
          ]}
        />
      </Spec>
      <Spec title={samples.sections.states}>
        <States />
      </Spec>
      <Spec title={samples.sections.notices}>
        <Notice>{samples.info}</Notice>
        <Notice tone="ok">{samples.verified}</Notice>
        <Notice tone="warn">{samples.changed}</Notice>
        <Notice tone="bad">{samples.failed}</Notice>
        <Flash text={samples.removed} action={{ label: samples.undo, href: '#contenido' }} />
        <Flash text={samples.failed} tone="bad" />
      </Spec>
      <Spec title={samples.sections.errors}>
        <ErrorSummary
          still
          mistakes={[
            { text: samples.reviewDateError, href: '#campo-devuelto-reviewDate' },
            { text: samples.basisError },
          ]}
        />
      </Spec>
    </>
  )
}

const Dialogs = () => {
  const samples = useSamples()
  return (
    <>
      <Row>
        <ButtonLink href="#retirar" dialog kind="bad">
          {samples.withdraw}
        </ButtonLink>
        <ActionMenu
          id="otras"
          actions={[
            { label: samples.reassign, href: '#reasignar', dialog: true, icon: 'user' },
            { label: samples.urgent, icon: 'send', unless: samples.urgentNot },
            { label: samples.withdraw, href: '#retirar', dialog: true, icon: 'trash-2', bad: true },
          ]}
        />
        <AskFirst deed={samples.undo} text={samples.withdrawText} action="#deshacer" />
      </Row>
      <FormDialog
        place="retirar"
        title={samples.withdrawTitle}
        text={samples.withdrawText}
        button={samples.withdraw}
        bad
        action="#retirar"
      >
        <Select
          name="reason"
          label={samples.reason}
          options={samples.reasonsWhy.map((label) => ({ value: label, label }))}
        />
      </FormDialog>
      <Dialog id="reasignar" title={samples.reassign} text={samples.info}>
        <DialogCancel label={samples.keep} />
      </Dialog>
    </>
  )
}

const States = () => {
  const { stateWords: words, late, soon } = useSamples()
  return (
    <>
      <Row>
        <State icon="pencil" word={words.draft} />
        <State icon="send" word={words.sent} />
        <State tone="on" icon="eye" word={words.review} />
        <State tone="warn" icon="message-square-text" word={words.remarks} />
        <State tone="ok" word={words.approved} />
        <State tone="on" icon="calendar-check" word={words.scheduled} />
        <State tone="ok" icon="circle-check" word={words.published} />
        <State tone="bad" word={words.failed} />
      </Row>
      <Row>
        <Toned tone="bad" icon="clock-alert" word={late} />
        <Toned tone="warn" icon="clock" word={soon} />
      </Row>
    </>
  )
}
