import type { Db } from '#db/schema.ts';

/** The Sustainable Development Goals that the project names, how it serves them, and by how many indicators. */
export function listGoals(db: Db, projectId: string) {
	return db
		.selectFrom('developmentGoal as goal')
		.select(['goal.id', 'goal.number', 'goal.contribution', 'goal.origin', 'goal.version'])
		.select('goal.contributionOrigin')
		.where('goal.projectId', '=', projectId)
		.orderBy('goal.number')
		.execute();
}
