/** A mail as it is queued. */
export interface Mail {
	kind: string;
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
		subject: 'A new password for the consortium desk',
		body: `Dear ${name},

${by ?? 'An administrator'} made a link with which you choose a new password within 24 hours:

${url}

The link works once. If you did not ask for it, tell your coordinator.
`
	};
}

/** For somebody who has an account already. */
export function addedMail({ name, by, project, url }: LinkMail): Mail {
	return {
		kind: 'added',
		subject: `You are a member of ${project ?? 'a project'}`,
		body: `Dear ${name},

${by ?? 'An administrator'} has added you to ${project ?? 'a project'}. Sign in with your account:

${url}
`
	};
}
