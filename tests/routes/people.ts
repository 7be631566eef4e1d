import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Role } from '#lib/domain/roles.ts';
import { ACCOUNTS, emailOf, findPersonId, STRANGER } from '#tests/support/accounts.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';
import { cell } from './permission-table.ts';
import type { Target } from './target.ts';

interface Grant {
	role: Role;
	scopeType: string;
	scopeId: string | null;
}

/** Somebody who knocks: an account of the demonstration, a stranger, or nobody. */
export interface Visitor {
	name: string;
	personId: string;
	organisationId: string;
	grants: readonly Grant[];
	/** Null: not signed in. */
	cookie: string | null;
	/** The project they are a member of. */
	slug: string;
}

async function visitorOf(db: Db, email: string): Promise<Visitor> {
	const personId = await findPersonId(db, email);
	const { rows: grants } = await sql<Grant>`select role, scope_type, scope_id from role_grant
		where person_id = ${personId} and confirmed_at is not null and revoked_at is null`.execute(db);
	const { rows: memberships } = await sql<{ organisationId: string; slug: string }>`
		select organisation_id, slug from membership join project on project.id = project_id
		where person_id = ${personId}`.execute(db);
	const [membership] = memberships;
	return {
		name: email.replace('@leslie.example', ''),
		personId,
		organisationId: membership?.organisationId ?? '',
		grants,
		cookie: `session=${await writeSession(db, personId)}`,
		slug: membership?.slug ?? ''
	};
}

export async function listVisitors(db: Db): Promise<Visitor[]> {
	const emails = [...ACCOUNTS.map(emailOf), emailOf(STRANGER)];
	const known: Visitor[] = [];
	for (const email of emails) known.push(await visitorOf(db, email));
	const nobody = {
		name: 'nobody',
		personId: '',
		organisationId: '',
		grants: [],
		cookie: null,
		slug: ''
	};
	return [...known, nobody];
}

export function holds(visitor: Visitor, role: Role): boolean {
	return visitor.grants.some((grant) => grant.role === role);
}

/** Whether any grant of theirs ever allows this. */
export function mayAtAll(visitor: Visitor, permission: string): boolean {
	return visitor.grants.some((grant) => cell(permission, grant.role).length > 0);
}

function fits(letter: string, grant: Grant, visitor: Visitor, target: Target): boolean {
	const scope = grant.scopeId ?? '';
	if (letter === 'a') return true;
	if (letter === 'c') return target.countries.includes(scope);
	if (letter === 'w') return target.workPackageIds.includes(scope);
	if (letter === 'o') return target.organisationIds.includes(visitor.organisationId);
	if (letter === 'l') return target.leadOrganisationId === visitor.organisationId;
	if (letter === 'i') return target.assignedPersonIds.includes(visitor.personId);
	if (letter === 'p') return target.isPublic;
	if (letter === 'n') return target.isFinal === true && grant.scopeType === 'item' && scope === target.itemId;
	const within = [target.itemId, ...target.workPackageIds].includes(scope);
	return letter === 'g' && (grant.scopeType === 'project' || within);
}

/** Whether the agreed table allows this, here. */
export function may(visitor: Visitor, permission: string, target: Target): boolean {
	return visitor.grants.some((grant) =>
		cell(permission, grant.role).some((letter) => fits(letter, grant, visitor, target))
	);
}

/** A file is read by whoever may read one of the items it serves; a sensitive one only by whom that item lists. */
export function mayRead(visitor: Visitor, target: Target): boolean {
	const { level = 'SEN', uses = [] } = target.file ?? {};
	if (uses.length === 0) {
		const isInside = visitor.grants.some(({ role }) => cell('evidence:read', role).includes('a'));
		return (
			(isInside && target.organisationIds.includes(visitor.organisationId)) || holds(visitor, 'coordinator')
		);
	}
	return uses.some(({ about, listed, linkers }) => {
		if (about.kind === 'milestone' && level === 'SEN')
			return maySeeProof(visitor, about, [...target.organisationIds, ...linkers]);
		if (about.kind === 'meeting' && level === 'SEN')
			return maySeePaper(visitor, about, [...target.organisationIds, ...linkers]);
		if ((about.kind === 'outreach' || about.kind === 'mobility') && level === 'SEN')
			return maySeeRecordProof(visitor, about, [...target.organisationIds, ...linkers]);
		const isListed =
			listed.length === 0 ||
			[...listed, about.leadOrganisationId].includes(visitor.organisationId) ||
			about.assignedPersonIds.includes(visitor.personId) ||
			holds(visitor, 'coordinator') ||
			holds(visitor, 'qa-lead');
		const isSensitive = isListed && may(visitor, 'sensitive:read', about);
		return may(visitor, `${about.kind}:read`, about) && (level === 'PU' || isSensitive);
	});
}

/** A sensitive paper: whoever is invited in person, and of the inside also with their organisation, who holds it, who prepares. */
function maySeePaper(visitor: Visitor, about: Target, holders: readonly string[]): boolean {
	const isConcerned =
		[...holders, ...about.organisationIds].includes(visitor.organisationId) ||
		may(visitor, 'meeting:edit', about);
	const isInside = mayAtAll(visitor, 'progress:read');
	const isInvited = about.assignedPersonIds.includes(visitor.personId);
	return may(visitor, 'meeting:read', about) && (isInvited || (isInside && isConcerned));
}

/** Sensitive evidence of a record that is no item: who takes part in it, holds or linked the evidence, may change it. */
function maySeeRecordProof(visitor: Visitor, about: Target, holders: readonly string[]): boolean {
	const isConcerned =
		[...holders, ...about.organisationIds].includes(visitor.organisationId) ||
		may(visitor, `${about.kind}:edit`, about);
	return isConcerned && may(visitor, `${about.kind}:read`, about) && may(visitor, 'sensitive:read', about);
}

/** Sensitive proof of a milestone: its participants, who holds or linked it, the coordinator, who is asked or granted. */
function maySeeProof(visitor: Visitor, about: Target, holders: readonly string[]): boolean {
	const evaluator = {
		...visitor,
		grants: visitor.grants.filter(({ role }) => role === 'external-evaluator')
	};
	const isConcerned =
		[...holders, ...about.organisationIds].includes(visitor.organisationId) ||
		about.assignedPersonIds.includes(visitor.personId) ||
		may(visitor, 'milestone:claim', about) ||
		may(evaluator, 'review:read', about);
	return isConcerned && may(visitor, 'review:read', about);
}
