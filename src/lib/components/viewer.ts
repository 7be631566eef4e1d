/** Who looks at the page, as the shell names them. */
export interface Viewer {
	name: string;
	organisation: string | null;
	roles: readonly string[];
}

export interface NavigationLink {
	href: string;
	label: string;
	current: boolean;
	count?: number;
}

export interface NavigationGroup {
	label: string | null;
	links: readonly NavigationLink[];
}
