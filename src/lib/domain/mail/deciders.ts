import { can, type Subject } from '#lib/domain/can.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';

/**
 * Who is asked to decide: those whose own part of the project it is; where there is nobody, those who may everywhere.
 * Whoever asks does not decide.
 */
export function decidersOn(
	permission: Permission,
	subject: Subject,
	people: readonly Actor[],
	askedBy: string | null
): Actor[] {
	const able = people.flatMap((person) => {
		const answer = can(person, permission, subject);
		return answer.ok && person.personId !== askedBy ? [{ person, grant: answer.grant }] : [];
	});
	const near = able.filter(({ grant }) => grant.scopeType !== 'project');
	return (near.length > 0 ? near : able).map(({ person }) => person);
}
