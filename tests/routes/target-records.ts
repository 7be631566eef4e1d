import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** By project: records that a form of any of its pages may name. */
export async function recordsOf(db: Db): Promise<Map<string, Record<string, string>>> {
	const { rows } = await sql<Record<string, string | null> & { id: string }>`
		select project.id,
			(select max(id) from evidence where project_id = project.id and withdrawn_at is null) as evidence,
			(select max(person_id) from membership where project_id = project.id) as membership_person,
			(select max(id) from health_override where project_id = project.id and work_package_id is null)
				as health_override,
			(select max(id) from catalogue_target where project_id = project.id and ended_at is null)
				as catalogue_target,
			(select max(id) from entry_overlap where project_id = project.id and gone_at is null) as entry_overlap,
			(select max(id) from agenda_item where project_id = project.id and meeting_id is null
				and series_id is null and state = 'planned') as agenda_backlog,
			(select max(starts_on) from check_in_period where project_id = project.id and locked_at is null)
				as check_in_period,
			(select max(id) from development_goal where project_id = project.id) as goal,
			(select max(id) from indicator_target_proposal where project_id = project.id and verdict is null)
				as target_proposal,
			(select max(id) from organisation where project_id = project.id) as organisation,
			(select max(id) from item where project_id = project.id and kind = 'milestone') as other_milestone,
			(select max(id) from item where project_id = project.id and kind = 'deliverable') as other_deliverable,
			(select max(id) from work_package where project_id = project.id) as other_work_package
		from project`.execute(db.withoutPlugins());
	return new Map(
		rows.map(({ id, ...records }) => [
			id,
			Object.fromEntries(
				Object.entries(records).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
			)
		])
	);
}
