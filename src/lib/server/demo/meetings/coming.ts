import {
	inviteEverybody,
	inviteOutsider,
	invitePeople,
	meetingStep,
	plan,
	point,
	propose,
	rsvp
} from '#lib/server/demo/acts/meetings.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

const ONLINE = 'online-consortium-meeting-2026-06';
const CATALOGUE = 'Catalogue';

const COMING: Step[] = [
	step(
		'2026-06-01T09:00',
		'coordinator',
		plan(ONLINE, {
			title: 'Online consortium meeting',
			kind: 'online',
			mode: 'online',
			place: '',
			link: 'https://meet.example.org/leslie',
			series: 'Consortium meetings',
			timeZone: 'Europe/Madrid',
			host: 'upv',
			chair: 'coordinator',
			secretary: 'colleague.upv',
			workPackages: [1, 4],
			summary: 'Half a year before the end of the targets: what is late, and what the catalogue still lacks.',
			days: [{ day: '2026-06-25', startsAt: 9 * 60 + 30, endsAt: 13 * 60 }]
		})
	),
	step(
		'2026-06-01T09:05',
		'coordinator',
		point(ONLINE, {
			title: 'What is late, and who holds it',
			startsAt: 9 * 60 + 30,
			minutes: 40,
			presenter: 'coordinator',
			about: ['D4.2', 'MS3']
		})
	),
	step(
		'2026-06-01T09:10',
		'coordinator',
		point(ONLINE, {
			title: 'Gaps of the universities in Kazakhstan',
			section: CATALOGUE,
			track: 'Kazakhstan',
			startsAt: 10 * 60 + 15,
			minutes: 60,
			presenter: 'kz'
		})
	),
	step(
		'2026-06-01T09:12',
		'coordinator',
		point(ONLINE, {
			title: 'Gaps of the universities in Uzbekistan',
			section: CATALOGUE,
			track: 'Uzbekistan',
			startsAt: 10 * 60 + 15,
			minutes: 60,
			presenter: 'uz'
		})
	),
	step(
		'2026-06-01T09:15',
		'coordinator',
		point(ONLINE, {
			title: 'Targets at the end of 2026',
			section: CATALOGUE,
			startsAt: 11 * 60 + 30,
			minutes: 45,
			presenter: 'wp4'
		})
	),
	step('2026-06-01T09:20', 'coordinator', inviteEverybody(ONLINE)),
	step(
		'2026-06-01T09:22',
		'coordinator',
		invitePeople(ONLINE, 'kz', 'uz', 'wp4', 'partner.koksu', 'partner.bsu', 'partner.ucy', 'qa.lead')
	),
	step('2026-06-01T09:25', 'coordinator', inviteOutsider(ONLINE, 'Sample guest', 'National Erasmus+ Office')),
	step('2026-06-01T09:30', 'coordinator', meetingStep(ONLINE, 'invite')),
	step('2026-06-02T06:00', 'kz', rsvp(ONLINE, 'yes')),
	step('2026-06-02T06:10', 'uz', rsvp(ONLINE, 'yes')),
	step('2026-06-03T06:00', 'partner.koksu', rsvp(ONLINE, 'maybe')),
	step('2026-06-03T08:00', 'partner.ucy', rsvp(ONLINE, 'no')),
	step('2026-06-04T08:00', 'qa.lead', rsvp(ONLINE, 'yes')),
	step(
		'2026-06-09T06:00',
		'partner.bsu',
		propose(ONLINE, 'A glossary of the catalogue in Uzbek', 'Translations wait for it (A-003).')
	)
];

const CANCELLED = 'information-day-for-employers-2026-04';

const OFF: Step[] = [
	step(
		'2026-03-02T09:00',
		'coordinator',
		plan(CANCELLED, {
			title: 'Information day for employers',
			kind: 'information-day',
			mode: 'on-site',
			place: 'Tashkent',
			link: null,
			series: 'Information days',
			timeZone: 'Asia/Tashkent',
			host: 'tiiame',
			chair: 'uz',
			secretary: 'colleague.tiiame',
			workPackages: [6],
			summary: '',
			days: [{ day: '2026-04-16', startsAt: 10 * 60, endsAt: 16 * 60 }]
		})
	),
	step(
		'2026-03-30T09:00',
		'coordinator',
		meetingStep(CANCELLED, 'cancel', 'Moved to autumn: employers asked for a day outside of the audits.')
	)
];

export const COMING_MEETINGS: readonly Step[] = [...COMING, ...OFF];
