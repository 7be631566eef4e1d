import { expect, test } from 'vitest';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { aFile, stepsOf } from '#tests/support/deliverable-steps.ts';

test('a deliverable goes from its first file through two signatures to the acceptance by the funder', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		const states: string[] = [];
		const note = async () => states.push(await steps.state());

		await steps.start(made.author).then(note);
		await steps.upload(made.author, [aFile('the report')]);
		await steps.confirm(made.author);
		await steps.assign(made.qaLead, made.first);
		await steps.assign(made.qaLead, made.second);
		await steps.open(made.author).then(note);
		await steps.sign(made.first).then(note);
		await steps.sign(made.second).then(note);
		await steps.approve(made.coordinator).then(note);
		await steps.submit(made.coordinator).then(note);
		await steps.accept(made.coordinator).then(note);

		expect(states).toEqual([
			'in-preparation',
			'in-review',
			'in-review',
			'reviewed',
			'approved',
			'submitted',
			'accepted'
		]);
		const signatures = await db.selectFrom('signature').selectAll().orderBy('id').execute();
		expect(signatures.map(({ meaning, personName }) => [meaning, personName])).toEqual([
			['reviewed', 'Elena'],
			['reviewed', 'Fabio'],
			['approved-for-submission', 'Carmen']
		]);
		const events = await db.selectFrom('portalEvent').selectAll().orderBy('id').execute();
		expect(events.map(({ kind, fileName }) => [kind, fileName])).toEqual([
			['package-built', 'LESLIE_D4.2_v1.pdf'],
			['submitted', 'LESLIE_D4.2_v1.pdf'],
			['accepted', 'LESLIE_D4.2_v1.pdf']
		]);
		expect(events[1]?.sha256).toBe(aFile('the report').sha256);
	}));

test('the day by which to sign skips weekends', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		expect((await steps.read()).records.rounds[0]?.dueOn).toBe('2026-06-29');
	}));

test('changes requested come back as a second round on other bytes, with the comments answered', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReview();
		await steps.sign(made.first);
		await steps.requestChanges(made.second);
		expect(await steps.state()).toBe('changes-requested');

		await steps.upload(made.author);
		await steps.answerAll(made.author);
		await steps.open(made.author);
		const { facts } = await steps.read();
		expect(facts.rounds.map((round) => [round.number, round.outcome])).toEqual([
			[1, 'changes-requested'],
			[2, null]
		]);
		expect(facts.versions.map((version) => version.number)).toEqual([1, 2]);
	}));

test('a new main file after the signatures ends the round, and the signatures no longer count', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		await steps.upload(made.author, [aFile()], true);
		expect(await steps.state()).toBe('in-preparation');
		const { facts } = await steps.read();
		expect(facts.rounds.map((round) => round.outcome)).toEqual(['superseded']);
		expect(facts.signatures).toHaveLength(3);

		await steps.open(made.author);
		await steps.sign(made.first);
		expect(await steps.state()).toBe('in-review');
		await steps.sign(made.second);
		expect(await steps.state()).toBe('reviewed');
	}));

test('a revision for the funder begins a new line and takes the full review again', () =>
	withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.toReviewed();
		await steps.approve(made.coordinator);
		await steps.submit(made.coordinator);
		await steps.revise(made.coordinator);
		await steps.upload(made.author);
		await steps.open(made.author);
		expect((await steps.read()).facts.versions.map((version) => [version.line, version.number])).toEqual([
			[1, 1],
			[2, 2]
		]);
		await steps.sign(made.first);
		await steps.sign(made.second);
		await steps.approve(made.coordinator);
		await steps.submit(made.coordinator);
		expect(await steps.state()).toBe('submitted');
	}));
