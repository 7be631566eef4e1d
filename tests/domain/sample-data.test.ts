import { expect, test } from 'vitest';
import { removalBlocks } from '#lib/domain/sample-data.ts';

const READY = { count: 3, word: 'LESLIE', hasOwnCoordinator: true, peopleElsewhere: [] };

test.each([
	['everything is ready and the word is typed', READY, ' leslie ', []],
	['nothing was typed yet', READY, undefined, []],
	['another word', READY, 'yes', ['word-differs']],
	['nothing is invented', { ...READY, count: 0 }, 'LESLIE', ['nothing-invented']],
	[
		'nobody could sign in afterwards',
		{ ...READY, hasOwnCoordinator: false },
		'LESLIE',
		['no-own-coordinator']
	],
	[
		'a sample person works elsewhere',
		{ ...READY, peopleElsewhere: ['A'] },
		'LESLIE',
		['sample-people-elsewhere']
	],
	[
		'all at once',
		{ ...READY, count: 0, hasOwnCoordinator: false },
		'',
		['nothing-invented', 'no-own-coordinator', 'word-differs']
	]
])('%s', (_what, facts, typed, codes) => {
	expect(removalBlocks(facts, typed).map(({ code }) => code)).toEqual(codes);
});
