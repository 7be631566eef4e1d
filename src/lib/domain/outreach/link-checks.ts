/**
 * `answered` it is there · `changed` it is there and reads differently than last time · `gone` the site says that it does
 * not exist (any more) · `no-answer` the site did not answer, or not in time · `refused` we do not ask such addresses.
 */
export const LINK_RESULTS = ['answered', 'changed', 'gone', 'no-answer', 'refused'] as const;
export type LinkResult = (typeof LINK_RESULTS)[number];
