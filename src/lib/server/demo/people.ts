import type { Role } from '#lib/domain/roles.ts';

type Scope = { country: string } | { workPackage: number } | 'organisation' | 'project';

export interface DemoPerson {
	/** Local part of the address, and the name of the account in the history. */
	key: string;
	name: string;
	/** Code of the organisation. */
	organisation: string;
	/** The others exist to have done their part in the past; nobody can sign in as them. */
	signsIn: boolean;
	roles: readonly { role: Role; scope: Scope }[];
}

const account = (
	key: string,
	name: string,
	organisation: string,
	...roles: DemoPerson['roles']
): DemoPerson => ({
	key,
	name,
	organisation,
	signsIn: true,
	roles
});
const colleague = (key: string, name: string, organisation: string, ...leads: number[]): DemoPerson => ({
	key,
	name,
	organisation,
	signsIn: false,
	roles: [
		{ role: 'partner', scope: 'organisation' },
		...leads.map((workPackage) => ({ role: 'wp-leader' as const, scope: { workPackage } }))
	]
});
const everywhere = (role: Role) => ({ role, scope: 'project' as const });
const partner = { role: 'partner', scope: 'organisation' } as const;

/** Invented people: one account for each role, enough for four eyes, and colleagues for the history. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
	account('coordinator', 'Elena Marqués', 'upv', everywhere('coordinator')),
	account(
		'kz',
		'Aigerim Sattarova',
		'kaznu',
		{ role: 'national-coordinator', scope: { country: 'KZ' } },
		partner
	),
	account(
		'uz',
		'Bekzod Yoʻldoshev',
		'fpi',
		{ role: 'national-coordinator', scope: { country: 'UZ' } },
		partner
	),
	account('wp4', 'Daniyar Akhmetov', 'kaznu', { role: 'wp-leader', scope: { workPackage: 4 } }),
	account('partner.koksu', 'Gulnara Ismailova', 'koksu', partner),
	account('officer.koksu', 'Marat Zhumabekov', 'koksu', partner),
	account('partner.bsu', 'Nodira Karimova', 'bsu', partner),
	account('partner.ucy', 'Andreas Georgiou', 'ucy', partner),
	account('qa.lead', 'Francesca Bianchi', 'unicas', everywhere('qa-lead')),
	account('qa1', 'Jasur Tursunov', 'tiiame', everywhere('qa-reviewer')),
	account('qa2', 'Maria Christou', 'ucy', everywhere('qa-reviewer')),
	account(
		'evaluator',
		'Inês Carvalho',
		'evaluator',
		{ role: 'external-evaluator', scope: { workPackage: 2 } },
		{ role: 'external-evaluator', scope: { workPackage: 4 } }
	),
	account('observer', 'Yerlan Bekov', 'mshe', everywhere('observer')),
	account('admin', 'Pablo Ferrer', 'upv', everywhere('admin')),
	colleague('colleague.upv', 'Carmen Soler', 'upv', 1),
	colleague('colleague.unicas', 'Luca Romano', 'unicas', 2),
	colleague('colleague.bsu', 'Zarina Abdullayeva', 'bsu', 3),
	colleague('colleague.tiiame', 'Shahnoza Mirzayeva', 'tiiame', 5),
	colleague('colleague.carec', 'Timur Nazarov', 'carec', 6),
	colleague('colleague.mshe', 'Saltanat Omirbek', 'mshe'),
	colleague('colleague.mhesi', 'Sherzod Rahimov', 'mhesi'),
	colleague('colleague.ayu', 'Әсем Төлегенова', 'ayu'),
	colleague('colleague.binrm', 'Oʻktam Hamidov', 'binrm'),
	colleague('colleague.iau', 'Dilfuza Ergasheva', 'iau'),
	colleague('officer.kaznu', 'Serik Omarov', 'kaznu'),
	colleague('officer.ayu', 'Gulmira Yessenova', 'ayu'),
	colleague('officer.fpi', 'Rustam Sobirov', 'fpi'),
	colleague('officer.tiiame', 'Nilufar Rashidova', 'tiiame')
];

export function emailOf(person: { key: string }): string {
	return `${person.key}@leslie.example`;
}
