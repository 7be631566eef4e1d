import ICAL from 'ical.js';

/** The events of a calendar as a program that knows nothing of ours reads them, with the zones of the file itself. */
export function readCalendar(text: string) {
	const calendar = ICAL.Component.fromString(text);
	for (const block of calendar.getAllSubcomponents('vtimezone')) {
		const zone = new ICAL.Timezone(block);
		ICAL.TimezoneService.remove(zone.tzid);
		ICAL.TimezoneService.register(zone);
	}
	return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
