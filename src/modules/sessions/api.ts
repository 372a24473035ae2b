import { endpoint, type Operation } from '#kernel/module'
import { describeBody, foundBody } from './commands/bodies.ts'
import { accredit, designate, endDesignation } from './commands/designations.ts'
import { addSeat, changeSeat, endSeat } from './commands/seats.ts'
import { bodies, body } from './resources.ts'

export const api: readonly Operation[] = [
  bodies,
  body,
  endpoint('POST', '/bodies', foundBody),
  endpoint('PUT', '/bodies/:body', describeBody),
  endpoint('POST', '/bodies/:body/seats', addSeat),
  endpoint('PUT', '/seats/:seat', changeSeat),
  endpoint('POST', '/seats/:seat/ending', endSeat),
  endpoint('POST', '/seats/:seat/designations', designate),
  endpoint('POST', '/designations/:designation/accreditation', accredit),
  endpoint('POST', '/designations/:designation/ending', endDesignation),
]
