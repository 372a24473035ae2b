import { localDateOf } from '#kernel/pure/dates'
import { submit } from '#kernel/web'
import { Button, ButtonLink, FieldGroup, Form, FormEnd, formAt, PageHead, staffPage, TextArea, TextInput } from '#ui'
import { hoursText } from '../calendar-text.ts'
import { setCalendar, weekdays } from '../commands/calendar.ts'
import { calendarOfYear } from '../queries/calendar.ts'
import { zoneOf } from '../queries/institution.ts'
import { words } from '../words.ts'
import type { C } from './institution.tsx'

const at = '/administrar/calendario'

export const calendarHome = async (c: C): Promise<Response> =>
  c.redirect(`${at}/${localDateOf(c.var.app.clock(), await zoneOf(c.var.app)).slice(0, 4)}`, 303)

/** `/administrar/calendario/{year}`: which days and hours are worked. */
export async function calendarPage(c: C): Promise<Response> {
  const said = words[c.var.locale]
  const year = Number(c.req.param('year'))
  const { version, week, holidays, working, source } = await calendarOfYear(c.var.app, year)
  return staffPage(
    c,
    { title: said.calendarOf(year), live: `directory.calendar-${year}` },
    <>
      <PageHead
        title={said.calendarOf(year)}
        above={version === 0 ? said.calendarDefault : said.calendarVersion(version, source)}
        below={said.calendarBelow}
        actions={
          <>
            <ButtonLink href={`${at}/${year - 1}`}>{said.previousYear}</ButtonLink>
            <ButtonLink href={`${at}/${year + 1}`}>{said.nextYear}</ButtonLink>
          </>
        }
      />
      <Form {...formAt(c, `${at}/${year}`)}>
        <FieldGroup title={said.week}>
          <p class="hint">{said.weekHint}</p>
          {weekdays.map((name, day) => (
            <TextInput
              name={name}
              label={said.weekdays[day] as string}
              value={hoursText(week[day] ?? [])}
              size="medium"
              optional
            />
          ))}
        </FieldGroup>
        <TextArea
          name="holidays"
          label={said.holidays}
          hint={said.holidaysHint}
          rows={10}
          value={holidays.map(({ day, name }) => `${day} ${name}`).join('\n')}
          optional
        />
        <TextArea
          name="working"
          label={said.working}
          hint={said.workingHint}
          rows={3}
          value={working.map(({ day, hours }) => `${day} ${hoursText(hours)}`).join('\n')}
          optional
        />
        <TextInput name="source" label={said.source} value={version === 0 ? '' : source} />
        <FormEnd>
          <Button kind="main">{said.setCalendar}</Button>
        </FormEnd>
      </Form>
    </>,
  )
}

export const saveCalendar = submit(setCalendar, calendarPage, (c) => `${at}/${c.req.param('year')}`)
