import type { Day } from '#lib/domain/days.ts';
import type { Role } from '#lib/domain/roles.ts';
import { dayText } from '#lib/text/dates.ts';
import { ROLE_TEXT } from '#lib/text/roles.ts';

interface Words {
	subject: string;
	body: string;
}

interface By {
	name: string;
	organisationAcronym: string;
}

interface Number {
	code: string;
	organisation: string;
	asOfOn: Day;
}

function wrote(note: string): string {
	return note === '' ? '' : `\n\nThey wrote: ${note}`;
}

function who({ name, organisationAcronym }: By): string {
	return `${name} (${organisationAcronym})`;
}

export function toAcceptMail({ code, organisation, asOfOn }: Number): Words {
	return {
		subject: `${code}: please accept the number of ${organisation}`,
		body: `${organisation} reported up to ${dayText(asOfOn)}. Accept the number, or return it with a reason.`
	};
}

export function toVerifyMail({ code, organisation, asOfOn }: Number): Words {
	return {
		subject: `${code}: please verify the number of ${organisation}`,
		body: `What ${organisation} reported up to ${dayText(asOfOn)} is accepted. Compare it with its source.`
	};
}

export function returnedNumberMail({ code, organisation, asOfOn }: Number, by: By, note: string): Words {
	return {
		subject: `${code}: the number of ${organisation} comes back`,
		body: `${who(by)} returned what was reported up to ${dayText(asOfOn)}. It counts for nothing until it is reported again.${wrote(note)}`
	};
}

export function targetProposedMail(code: string, by: By, { dueOn, value, reason }: Target): Words {
	return {
		subject: `${code}: a target to accept or decline`,
		body: `${who(by)} proposes ${value} by ${dayText(dueOn)}.${wrote(reason)}`
	};
}

interface Target {
	dueOn: Day;
	value: number;
	reason: string;
}

export function decidedMail(what: string, by: By, isAccepted: boolean, note: string): Words {
	const verdict = isAccepted ? 'accepted' : 'declined';
	return { subject: `${what}: ${verdict}`, body: `${who(by)} ${verdict} what you proposed.${wrote(note)}` };
}

export function dateProposedMail(code: string, by: By, toOn: Day, reason: string): Words {
	return {
		subject: `${code}: another due day to agree to`,
		body: `${who(by)} asks for ${dayText(toOn)}.${wrote(reason)}`
	};
}

export function reviewerProposedMail(code: string, by: By, reviewer: string): Words {
	return {
		subject: `${code}: a reviewer is proposed`,
		body: `${who(by)} proposes ${reviewer}. Assign them, or somebody else.`
	};
}

export function pointProposedMail(meeting: string, by: By, title: string): Words {
	return {
		subject: `${meeting}: a point for the agenda`,
		body: `${who(by)} proposes “${title}”. Accept it onto the agenda, or decline it.`
	};
}

export function riskProposedMail(risk: string, by: By, description: string): Words {
	return { subject: `${risk}: please assess it`, body: `${who(by)} names a risk: “${description}”` };
}

export function roleProposedMail(person: string, role: Role, by: By, reason: string): Words {
	return {
		subject: `A role for ${person} to confirm: ${ROLE_TEXT[role]}`,
		body: `${who(by)} proposes it. It counts once you confirm it.${wrote(reason)}`
	};
}

export function answersToReviewMail(organisation: string): Words {
	return {
		subject: `${organisation}: answers about its readiness to review`,
		body: `${organisation} has answered questions about its readiness. Accept each answer, or return it with a reason.`
	};
}

export function answerReturnedMail(question: string, by: By, note: string): Words {
	return {
		subject: 'An answer about your readiness comes back',
		body: `${who(by)} returned the answer to “${question}”.${wrote(note)}`
	};
}

export function objectionAnsweredMail(meeting: string, by: By, answer: string): Words {
	return {
		subject: `Your objection to the minutes is answered: ${meeting}`,
		body: `${who(by)} wrote: ${answer}\n\nWithdraw the objection if that settles it; otherwise it stands.`
	};
}

export function opinionMail(code: string, by: By, text: string): Words {
	return {
		subject: `${code}: an opinion of the evaluation`,
		body: `${who(by)} wrote: ${text}\n\nIt blocks nothing. You can answer it on the page.`
	};
}

export function opinionAnsweredMail(code: string, by: By, answer: string): Words {
	return { subject: `${code}: your opinion is answered`, body: `${who(by)} wrote: ${answer}` };
}
