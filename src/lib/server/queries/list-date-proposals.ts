import type { Db } from '#db/schema.ts';

/** Other due days that the owner of an action asked for, the oldest first. */
export function listDateProposals(db: Db, itemId: string) {
	return db
		.selectFrom('actionDateProposal')
		.leftJoin('person as proposer', 'proposer.id', 'actionDateProposal.proposedBy')
		.leftJoin('person as decider', 'decider.id', 'actionDateProposal.decidedBy')
		.select([
			'actionDateProposal.id',
			'actionDateProposal.toOn',
			'actionDateProposal.reasonCode',
			'actionDateProposal.reasonText',
			'actionDateProposal.proposedAt',
			'actionDateProposal.proposedBy',
			'actionDateProposal.verdict',
			'actionDateProposal.verdictNote',
			'actionDateProposal.decidedAt',
			'proposer.name as proposer',
			'decider.name as decider'
		])
		.where('actionDateProposal.itemId', '=', itemId)
		.orderBy('actionDateProposal.proposedAt')
		.orderBy('actionDateProposal.id')
		.execute();
}
