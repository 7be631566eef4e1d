import { EndedAssignment, NewConflict, NewReviewer } from '#lib/schemas/deliverable-reviews.ts';
import { appointEvaluator } from '#lib/server/commands/appoint-evaluator.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { proposeReviewer } from '#lib/server/commands/propose-reviewer.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';

const said = (flash: string, { param }: ProjectRequest) => ({ flash, label: param('code') });

/** Who reviews an item of any kind: assigned by the QA lead, proposed by the coordinator. */
export const reviewerActions = {
	assign: action('reviewer:assign', NewReviewer, async (request, input) => {
		await assignReviewer(request.db, request.actor, input, request.now);
		return said('reviewer-assigned', request);
	}),
	appoint: action('reviewer:assign', NewReviewer, async (request, input) => {
		await appointEvaluator(request.db, request.actor, input, request.now);
		return said('evaluator-appointed', request);
	}),
	propose: action('reviewer:propose', NewReviewer, async (request, input) => {
		await proposeReviewer(request.db, request.actor, input, request.now);
		return said('reviewer-proposed', request);
	}),
	'end-assignment': action('reviewer:assign', EndedAssignment, async (request, input) => {
		await endAssignment(request.db, request.actor, input, request.now);
		return said('assignment-ended', request);
	}),
	conflict: action('conflict:declare', NewConflict, async (request, input) => {
		await declareConflict(request.db, request.actor, input, request.now);
		return said('conflict-declared', request);
	})
};
