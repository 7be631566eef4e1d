import type { WaitingLine } from '#lib/domain/waiting/lines.ts';
import { periodText } from './check-ins/words.ts';
import { awaitsText } from './holder.ts';
import { meetingHref } from './meetings/navigation.ts';

/** What one line of "Waiting for you" says and where it leads. `code`: what it is about, in front. */
export function waitingLineText(
	line: WaitingLine,
	slug: string
): { href: string; code?: string; text: string } {
	const base = `/${slug}`;
	const { count } = line;
	switch (line.kind) {
		case 'check-ins':
			return {
				href: `${base}/check-in/${line.startsOn}/all`,
				text: `${count === 1 ? '1 check-in waits' : `${count} check-ins wait`} for your acceptance, ${periodText(line)}`
			};
		case 'own-check-in':
			return { href: `${base}/check-in/${line.startsOn}`, text: `Your check-in for ${periodText(line)}` };
		case 'numbers':
			return {
				href: `${base}/indicators/${line.code}`,
				code: line.code,
				text: `${line.title}: ${NUMBERS[line.act](count)}`
			};
		case 'answers':
			return {
				href: `${base}/catalogue/institutions/${line.code}`,
				text: ANSWERS[line.act](count, line.title)
			};
		case 'grants':
			return {
				href: `${base}/people`,
				text: count === 1 ? '1 proposed role to confirm' : `${count} proposed roles to confirm`
			};
		case 'targets':
			return {
				href: `${base}/indicators?show=proposed`,
				text: count === 1 ? '1 proposed target to decide on' : `${count} proposed targets to decide on`
			};
		case 'review':
			return {
				href: `${base}/catalogue/${line.code}/review#review`,
				code: line.code,
				text: `${line.title}: review and sign`
			};
		case 'approval':
			return {
				href: `${base}/catalogue/${line.code}/review`,
				code: line.code,
				text: `${line.title}: approve for the institution and sign`
			};
		case 'renewal':
			return {
				href: `${base}/catalogue/${line.code}/review`,
				code: line.code,
				text: `${line.title}: renew the approval that has lapsed`
			};
		case 'objection':
			return {
				href: `${meetingHref(slug, line.code)}/minutes`,
				text: `${line.title}: is your objection to the minutes settled by the answer?`
			};
		case 'minutes':
			return {
				href: `${meetingHref(slug, line.code)}/minutes`,
				text: `${line.title}: ${awaitsText(line.holder)}`
			};
		case 'action':
			return {
				href: `${base}/actions/${line.code}`,
				code: line.code,
				text: `${line.title}: ${awaitsText(line.holder)}`
			};
	}
}

const NUMBERS = {
	accept: (count: number) => (count === 1 ? '1 number to accept' : `${count} numbers to accept`),
	verify: (count: number) => (count === 1 ? '1 number to verify' : `${count} numbers to verify`),
	report: () => 'the number of your organisation'
};

const ANSWERS = {
	judge: (count: number, name: string) =>
		`${name}: ${count === 1 ? '1 answer' : `${count} answers`} about its readiness to judge`,
	give: (count: number, name: string) =>
		`Readiness of ${name}: ${count === 1 ? '1 question' : `${count} questions`} to answer`
};
