import type { Fall } from '#lib/domain/evidence-graph.ts';

/** What a withdrawal would do to one use, in words. */
export const FALL_TEXT = {
	signature: 'its signatures would no longer cover what stands',
	claim: 'the claim being verified would lose it, and would have to be returned',
	review: 'the version in review would lose it',
	unproven: 'nothing else would prove this means',
	bare: 'nothing else would stand for it',
	weaker: 'other evidence would remain',
	file: 'the open version would lose a file',
	record: 'only the records would say less'
} as const satisfies Record<Fall, string>;

/** The same once it has happened. */
export const FALLEN_TEXT = {
	signature: 'its signatures no longer cover what stands',
	claim: 'the claim being verified lost it, and has to be returned',
	review: 'the version in review lost it',
	unproven: 'nothing else proves this means',
	bare: 'nothing else stands for it',
	weaker: 'other evidence remains',
	file: 'the open version lost a file',
	record: 'only the records say less'
} as const satisfies Record<Fall, string>;

/** Instead of the name of evidence that is not for the reader. */
export const SEALED_TEXT = 'Sensitive evidence, for those who take part in or verify this milestone';
