import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';
import type { Fields } from '#tests/support/http-client.ts';

const MEETING = '/[project]/meetings/[meeting]';
const SEAL = 'a'.repeat(64);
const NOBODY = '00000000-0000-7000-8000-000000000005';

const act = (
	name: string,
	gate: Row['gate'],
	about: Row['about'],
	fields: (related: Target['related']) => Fields,
	more: Partial<Row> = {}
): Row => ({
	route: `${MEETING}/minutes`,
	act: `action ${name}`,
	gate,
	about,
	form: ({ related }) => fields(related),
	...more
});

const point = ({ agenda_item = '' }: Target['related']) => ({ agendaItemId: agenda_item });
const note = ({ information = '' }: Target['related']) => ({ outcomeId: information });
const objection = ({ objection = '' }: Target['related']) => ({ objectionId: objection });
const task = { title: 'Send the report', ownerId: NOBODY, dueOn: '2026-07-01' };
const decision = { title: 'Adopted', text: 'It is adopted.', how: 'consensus' };

export const MEETING_MINUTES_ROWS: readonly Row[] = [
	{ route: `${MEETING}/minutes`, act: 'load', gate: 'minutes:read', about: 'minutes' },
	{ route: `${MEETING}/minutes.docx`, act: 'GET', gate: 'minutes:read', about: 'minutes' },
	act('write', 'minutes:write', 'minutes-taking', (one) => ({ ...point(one), version: '99', text: 'Said' }), {
		needs: 'agenda_item'
	}),
	act('inform', 'minutes:write', 'minutes-taking', (one) => ({ ...point(one), text: 'Known' }), {
		needs: 'agenda_item'
	}),
	act('remove-information', 'minutes:write', 'minutes-taking', note, { needs: 'information', last: 1 }),
	act('decide', 'decision:record', 'minutes-taking', (one) => ({ ...point(one), ...decision }), {
		needs: 'agenda_item'
	}),
	act('give', 'action:create', 'minutes-taking', (one) => ({ ...point(one), ...task }), {
		needs: 'agenda_item',
		unknown: true
	}),
	act('promote', 'action:create', 'minutes-taking', (one) => ({ ...note(one), ...task }), {
		needs: 'information',
		unknown: true
	}),
	act('circulate', 'minutes:circulate', 'minutes-taking', () => ({ sha256: SEAL })),
	act('object', 'minutes:object', 'minutes', () => ({ agendaItemId: '', text: 'It was otherwise.' })),
	act('answer', 'minutes:write', 'minutes-taking', (one) => ({ ...objection(one), answer: 'It was so.' }), {
		needs: 'objection'
	}),
	act('withdraw-objection', 'minutes:object', 'minutes', (one) => ({ ...objection(one), note: '' }), {
		needs: 'objection',
		last: 1
	}),
	act('accept', 'minutes:circulate', 'minutes-taking', (one) => ({ ...objection(one), note: '' }), {
		needs: 'objection',
		last: 2
	}),
	act('approve', 'minutes:approve', 'minutes-taking', () => ({})),
	act('sign', 'minutes:sign', 'minutes-taking', () => ({ part: 'chair', coversSha256: SEAL })),
	act('correct', 'minutes:write', 'minutes-taking', () => ({
		agendaItemId: '',
		text: '12',
		reason: 'Typing'
	})),
	act('take-back', 'minutes:circulate', 'minutes-taking', () => ({ reason: 'A name is missing' }), {
		last: 3
	})
];
