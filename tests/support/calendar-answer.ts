import ICAL from 'ical.js';

interface Answer {
	partstat: string;
	/** UTC, as 20260616T080000Z. */
	at?: string;
	/** Who answers, where it is not who was asked. */
	from?: string;
	sequence?: number;
}

/** What another program makes of an invitation when its reader answers it (RFC 5546, 3.2.3). */
export function answerTo(
	invitation: string,
	{ partstat, at = '20260616T080000Z', ...other }: Answer
): string {
	const calendar = ICAL.Component.fromString(invitation);
	calendar.updatePropertyWithValue('method', 'REPLY');
	calendar.updatePropertyWithValue('prodid', '-//Somebody else//EN');
	const event = calendar.getFirstSubcomponent('vevent');
	const attendee = event?.getFirstProperty('attendee');
	if (!event || !attendee) throw new Error('this invitation asks nobody');
	attendee.setParameter('partstat', partstat);
	attendee.removeParameter('rsvp');
	if (other.from !== undefined) attendee.setValue(`mailto:${other.from}`);
	if (other.sequence !== undefined) event.updatePropertyWithValue('sequence', other.sequence);
	event.updatePropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(isoOf(at)));
	return calendar.toString();
}

function isoOf(stamp: string): string {
	return stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}
