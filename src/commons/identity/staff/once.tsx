import { perform } from '#kernel/perform'
import { ButtonLink, CopyButton, Notice, PageHead, Stack, staffPage } from '#ui'
import { confirmSecondStep } from '../commands/second-step.ts'
import { createToken } from '../commands/tokens.ts'
import { houseKey } from '../secrets.ts'
import { words } from '../words.ts'
import { accountPage } from './account.tsx'
import { atDoor } from './door.tsx'

// What is shown once cannot be behind a redirect: these forms answer with it.

export const confirmStep = atDoor(accountPage, async (c, { code }) => {
  const said = words[c.var.locale]
  const key = houseKey(c.var.app, 'second-step')
  const { codes } = await perform(c.var.app, confirmSecondStep, c.var.actor, { code, key })
  return staffPage(
    c,
    { title: said.codesTitle },
    <>
      <PageHead title={said.codesTitle} below={said.codesText} />
      <Stack>
        <ol class="hash">
          {codes.map((each) => (
            <li>{each}</li>
          ))}
        </ol>
        <p class="row">
          <CopyButton text={codes.join('\n')} />
          <ButtonLink href="/cuenta">{said.back}</ButtonLink>
        </p>
      </Stack>
    </>,
  )
})

export const makeToken = atDoor(accountPage, async (c, { label, grants, days }) => {
  const said = words[c.var.locale]
  const { token } = await perform(c.var.app, createToken, c.var.actor, { label, grants, days })
  return staffPage(
    c,
    { title: said.tokenTitle },
    <>
      <PageHead title={said.tokenTitle} />
      <Stack>
        <Notice tone="warn">
          <p>{said.tokenText}</p>
        </Notice>
        <p class="hash">{token}</p>
        <p class="row">
          <CopyButton text={token} />
          <ButtonLink href="/cuenta#claves">{said.back}</ButtonLink>
        </p>
      </Stack>
    </>,
  )
})
