import * as v from 'valibot';
import { expect, test } from 'vitest';
import { InvitePersonSchema } from '#lib/schemas/people.ts';

const organisationId = '01890000-0000-7000-8000-000000000001';
const invited = (role: string, scope: string) =>
	v.parse(InvitePersonSchema, { email: 'aida@leslie.example', name: 'Aida', organisationId, role, scope });

test.each([
	['partner', { scopeType: 'organisation', scopeId: organisationId }],
	['coordinator', { scopeType: 'project', scopeId: null }],
	['', { scopeType: 'project', scopeId: null }]
])('a first role %j is for what fits it, unless something else is chosen', (role, scope) => {
	expect(invited(role, 'fits')).toMatchObject(scope);
	expect(invited(role, 'country:KZ')).toMatchObject({ scopeType: 'country', scopeId: 'KZ' });
});
