import { Refusal } from '#lib/domain/reasons.ts';

/** The reasons for which an attempt is refused; fails when it is not. */
export async function codesOf(attempt: Promise<unknown>): Promise<string[]> {
	const problem: unknown = await attempt.then(
		() => undefined,
		(thrown: unknown) => thrown
	);
	if (!(problem instanceof Refusal)) throw new Error('expected a refusal', { cause: problem });
	return problem.reasons.map((reason) => reason.code);
}
