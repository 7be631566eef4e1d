import type { MailKind } from '#lib/domain/mail/kinds.ts';

/** A mail as it is queued. */
export interface Mail {
	kind: MailKind;
	because: 'account';
	subject: string;
	body: string;
}

interface LinkMail {
	name: string;
	/** Who made the link; null at the command line. */
	by: string | null;
	/** Acronym of the project; null for the installation itself. */
	project: string | null;
	url: string;
}

export function invitationMail({ name, by, project, url }: LinkMail): Mail {
	const to = project === null ? 'the consortium desk' : `the consortium desk of ${project}`;
	return {
		kind: 'invitation',
		because: 'account',
		subject: `Your invitation to ${to}`,
		body: `Dear ${name},

${by === null ? 'You are invited' : `${by} has invited you`} to ${to}.
Choose a password within seven days:

${url}

The link works once. If you did not expect it, do nothing.
`
	};
}

export function resetMail({ name, by, url }: LinkMail): Mail {
	return {
		kind: 'reset',
		because: 'account',
		subject: 'A new password for the consortium desk',
		body: `Dear ${name},

${by ?? 'An administrator'} made a link with which you choose a new password within 24 hours:

${url}

The link works once. If you did not ask for it, tell your coordinator.
`
	};
}

/** To the person, and to those who lead and check their projects: somebody else could have used the link. */
export function shownLinkMail({ name, by }: { name: string; by: string }): Mail {
	return {
		kind: 'link-shown',
		because: 'account',
		subject: `A link for the account of ${name} was shown to ${by}`,
		body: `${by}, who looks after the installation, made a link by which ${name} chooses a new password, and saw it.
Whoever holds it can sign in as ${name}. It works once, within 24 hours, and stands in the audit trail.
If ${name} did not ask for it, tell your coordinator and your QA lead today.
`
	};
}

/** For somebody who has an account already. */
export function addedMail({ name, by, project, url }: LinkMail): Mail {
	return {
		kind: 'added',
		because: 'account',
		subject: `You are a member of ${project ?? 'a project'}`,
		body: `Dear ${name},

${by ?? 'An administrator'} has added you to ${project ?? 'a project'}. Sign in with your account:

${url}
`
	};
}
