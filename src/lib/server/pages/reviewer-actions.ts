import { EndedAssignment, NewConflict, NewReviewer } from '#lib/schemas/deliverable-reviews.ts';
import { appointEvaluator } from '#lib/server/commands/appoint-evaluator.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { proposeReviewer } from '#lib/server/commands/propose-reviewer.ts';
import { itemAction } from '#lib/server/http/item-action.ts';

/** Who reviews an item of any kind: assigned by the QA lead, proposed by the coordinator. */
export const reviewerActions = {
	assign: itemAction('reviewer:assign', NewReviewer, assignReviewer, 'reviewer-assigned'),
	appoint: itemAction('reviewer:assign', NewReviewer, appointEvaluator, 'evaluator-appointed'),
	propose: itemAction('reviewer:propose', NewReviewer, proposeReviewer, 'reviewer-proposed'),
	'end-assignment': itemAction('reviewer:assign', EndedAssignment, endAssignment, 'assignment-ended'),
	conflict: itemAction('conflict:declare', NewConflict, declareConflict, 'conflict-declared')
};
