import { Choice, FieldRow, Select, TextInput } from '#ui'
import type { Term } from '../queries/bodies.ts'
import { seatFunctions } from '../rules/quorum.ts'
import type { SessionsWords } from '../words.es.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

interface Props {
  readonly c: C
  readonly areas: readonly { readonly value: string; readonly label: string }[]
  readonly term?: Term | undefined
}

export const SeatFields = ({ c, areas, term }: Props) => {
  const said = words[c.var.locale]
  const rights = [
    { name: 'voice', label: said.voice, checked: term?.voice ?? true },
    { name: 'vote', label: said.vote, checked: term?.vote ?? true },
    { name: 'countsForQuorum', label: said.countsForQuorum, checked: term?.countsForQuorum ?? true },
    { name: 'required', label: said.required, checked: term?.required ?? false },
  ]
  return (
    <>
      <FieldRow>
        <TextInput name="titleEs" label={said.titleEs} hint={said.titleHint} value={term?.titleEs} />
        <TextInput name="titleEn" label={said.titleEn} value={term?.titleEn} optional />
      </FieldRow>
      <FieldRow>
        <Select
          name="function"
          label={said.function}
          value={term?.function ?? 'member'}
          none={null}
          options={seatFunctions.map((value) => ({ value, label: said.functions[value] }))}
        />
        <Select name="area" label={said.area} value={term?.area} none={said.noArea} options={areas} />
      </FieldRow>
      <TextInput
        name="group"
        label={said.group}
        hint={said.groupHint}
        value={term?.group ?? ''}
        size="medium"
        optional
      />
      {rights.map(({ name, label, checked }) => (
        <Choice name={name} value="on" label={label} checked={checked} />
      ))}
    </>
  )
}

/** `voz y voto, cuenta para el quórum` */
export const rightsOf = ({ voice, vote, countsForQuorum, required }: Term, { rights }: SessionsWords): string =>
  [
    vote ? rights.vote : voice ? rights.voice : rights.none,
    countsForQuorum ? rights.quorum : rights.noQuorum,
    ...(required ? [rights.required] : []),
  ].join(', ')
