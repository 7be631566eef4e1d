import * as v from 'valibot';
import { Day as day } from './fields.ts';

const id = v.pipe(v.string(), v.trim(), v.minLength(1, 'Choose one.'), v.maxLength(60));
const text = (missing: string) =>
	v.pipe(v.string(), v.trim(), v.minLength(1, missing), v.maxLength(4000, 'At most 4,000 characters.'));
const note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(4000, 'At most 4,000 characters.')), '');
const level = v.optional(v.picklist(['PU', 'SEN'], 'Choose public or sensitive.'), 'SEN');
const password = v.optional(v.string());

export const LinkEvidence = v.object({ meansId: id, evidenceId: id });
export type LinkEvidence = v.InferOutput<typeof LinkEvidence>;

export const UploadMeansEvidence = v.object({ meansId: id, level });

export const LinkMeansAddress = v.object({
	meansId: id,
	level,
	url: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Enter an address.'),
		v.maxLength(2000, 'At most 2,000 characters.')
	),
	title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'At most 300 characters.')), '')
});

export const UnlinkEvidence = v.object({ useId: id });
export type UnlinkEvidence = v.InferOutput<typeof UnlinkEvidence>;

export const ClaimMilestone = v.object({ achievedOn: day, note });
export type ClaimMilestone = v.InferOutput<typeof ClaimMilestone>;

export const AssignVerifier = v.object({ personId: id });
export type AssignVerifier = v.InferOutput<typeof AssignVerifier>;

export const ReleaseVerifier = v.object({
	assignmentId: id,
	reason: text('Say why the person is asked no longer.')
});

export const JudgeMeans = v.pipe(
	v.object({
		claimId: id,
		meansId: id,
		verdict: v.picklist(['sufficient', 'insufficient'], 'Choose sufficient or insufficient.'),
		note
	}),
	v.forward(
		v.check(
			({ verdict, note }) => verdict === 'sufficient' || note !== '',
			'Say what is missing, so that the lead can mend it.'
		),
		['note']
	)
);
export type JudgeMeans = v.InferOutput<typeof JudgeMeans>;

export const ReturnMilestone = v.object({ claimId: id, reason: text('Say what has to change.') });
export type ReturnMilestone = v.InferOutput<typeof ReturnMilestone>;

const seen = { claimId: id, coversSha256: v.pipe(v.string(), v.length(64)) };

export const VerifyMilestone = v.object({ ...seen, password });
export type VerifyMilestone = Omit<v.InferOutput<typeof VerifyMilestone>, 'password'> & Signing;

export const DeclareMilestone = v.object({
	...seen,
	portalOn: day,
	byName: text('Name who entered it.'),
	note,
	password
});
export type DeclareMilestone = Omit<v.InferOutput<typeof DeclareMilestone>, 'password'> & Signing;

/** When the password was last given, as the signature keeps it. */
export interface Signing {
	authenticatedAt: string;
}

export const ReopenMilestone = v.object({ reason: text('Give the reason.') });
export type ReopenMilestone = v.InferOutput<typeof ReopenMilestone>;

export const EndMilestone = v.object({
	reason: text('Say why it was not achieved.'),
	consequence: text('Say what follows for the project.'),
	reference: text('Name the decision, such as minutes and number.')
});
export type EndMilestone = v.InferOutput<typeof EndMilestone>;

export const ReplaceMilestone = v.object({ replacedByItemId: id, reference: text('Name the amendment.') });
export type ReplaceMilestone = v.InferOutput<typeof ReplaceMilestone>;

export const DeferMilestone = v.object({ deferredToOn: day, reference: text('Name the amendment.') });
export type DeferMilestone = v.InferOutput<typeof DeferMilestone>;
