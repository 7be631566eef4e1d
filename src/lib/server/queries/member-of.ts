import { sql, type RawBuilder } from 'kysely';

/** The person behind a column while they are a member of the project; null once they have left. */
export function memberOf(person: string, project: string): RawBuilder<string | null> {
	return sql<string | null>`(select member.person_id from membership as member
		where member.person_id = ${sql.ref(person)} and member.project_id = ${sql.ref(project)}
		and member.to_on is null)`;
}
