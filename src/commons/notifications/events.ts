import type { Event } from '#kernel/command'

export const topicOfInbox = (account: number) => `notifications.inbox-${account}`

const ofInbox = (name: string): Event<{ account: number }> => ({
  name: `notifications.${name}`,
  topics: ({ account }) => [topicOfInbox(account)],
})
export const noticesRead = ofInbox('notices-read')
export const preferenceSet = ofInbox('preference-set')

const ofSubscription = (name: string): Event<{ subscription: number }> => ({
  name: `notifications.${name}`,
  topics: ({ subscription }) => [`notifications.subscription-${subscription}`],
})
export const subscriptionConfirmed = ofSubscription('subscription-confirmed')
export const subscriptionEnded = ofSubscription('subscription-ended')
