import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AttendanceSchema } from '#lib/schemas/meetings/people.ts';
import { typedValues } from '#lib/server/http/form.ts';

const ID = '0197c0de-0000-7000-8000-000000000001';

test('the form of the attendance page is read row by row, with who speaks for whom', () => {
	const form = new FormData();
	form.append('meetingId', ID);
	for (const [was, now] of [
		['', 'in-person'],
		['absent', `represented:${ID}`]
	] as const) {
		form.append('inviteeId[]', ID);
		form.append('was[]', was);
		form.append('attendance[]', now);
	}
	const { rows } = v.parse(AttendanceSchema, typedValues(form));
	expect(rows.map((row) => [row.was.attendance, row.now])).toEqual([
		[null, { attendance: 'in-person', representedById: null }],
		['absent', { attendance: 'represented', representedById: ID }]
	]);
});
