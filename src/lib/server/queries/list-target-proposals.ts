import type { Db } from '#db/schema.ts';

/** Targets that were proposed for an indicator, the newest first. */
export function listTargetProposals(db: Db, indicatorId: string) {
	return db
		.selectFrom('indicatorTargetProposal as proposal')
		.innerJoin('organisation', 'organisation.id', 'proposal.organisationId')
		.leftJoin('person as proposer', 'proposer.id', 'proposal.proposedBy')
		.leftJoin('person as decider', 'decider.id', 'proposal.decidedBy')
		.select(['proposal.id', 'proposal.dueOn', 'proposal.value', 'proposal.reason', 'proposal.proposedBy'])
		.select(['proposal.verdict', 'proposal.verdictNote', 'organisation.acronym'])
		.select(['proposer.name as proposer', 'decider.name as decider'])
		.where('proposal.indicatorId', '=', indicatorId)
		.orderBy('proposal.proposedAt', 'desc')
		.orderBy('proposal.id', 'desc')
		.execute();
}
