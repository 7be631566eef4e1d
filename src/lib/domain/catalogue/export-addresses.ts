import type { PublicBody, PublicEntry } from './public-entry.ts';

/** Where the catalogue stands in the world: the ids of everything exported begin with it. */
export interface Where {
	/** `https://desk.example.eu` */
	origin: string;
	/** Of the project. */
	slug: string;
}

export function catalogueAddress({ origin, slug }: Where): string {
	return `${origin}/${slug}/catalogue/public`;
}

export function entryAddress(where: Where, { code }: Pick<PublicEntry, 'code'>): string {
	return `${catalogueAddress(where)}/${encodeURIComponent(code)}`;
}

/** An organisation has no page of its own in public: the list of what it awards stands for it. */
export function bodyAddress(where: Where, { code }: Pick<PublicBody, 'code'>): string {
	return `${catalogueAddress(where)}?organisation=${encodeURIComponent(code)}`;
}
