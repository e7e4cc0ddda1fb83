import { viewerMay, type Viewer } from '../../graphql/viewer.js';
import type { IconName } from '../../ui/icons.js';

export type NavItem = { to: string; key: string; icon: IconName };

const SEARCH: NavItem = { to: '/', key: 'app.nav.search', icon: 'search' };
const KITS: NavItem = { to: '/kits', key: 'app.nav.kits', icon: 'box' };
const SITES: NavItem = { to: '/locaties', key: 'app.nav.sites', icon: 'pin' };
const ABOUT: NavItem = { to: '/over', key: 'app.nav.about', icon: 'info' };
const INBOX: NavItem = { to: '/inbox', key: 'app.nav.inbox', icon: 'inbox' };
const UPKEEP: NavItem = { to: '/onderhoud', key: 'app.nav.upkeep', icon: 'settings' };
const HANDOVER: NavItem = { to: '/overdracht', key: 'app.nav.handover', icon: 'check' };
const MY_TRIP: NavItem = { to: '/mijn-rit', key: 'app.nav.myTrip', icon: 'truck' };
const MINE: NavItem = { to: '/reservaties', key: 'app.nav.mine', icon: 'calendar' };
const ALL: NavItem = { to: '/reservaties', key: 'app.nav.reservations', icon: 'calendar' };

/** What stands in the header, in order; each role sees what it may use. Who knows Karavaan finds *Over Karavaan* at the foot. */
export function navFor(viewer: Viewer | null): NavItem[] {
  if (!viewer) return [SEARCH, KITS, SITES, ABOUT];
  const reservations = viewer.role === 'COORDINATOR' ? MINE : ALL;
  return [
    SEARCH,
    KITS,
    SITES,
    ...(viewerMay(viewer, 'reservation.read') ? [reservations] : []),
    ...(viewerMay(viewer, 'reservation.confirm') ? [INBOX] : []),
    ...(viewer.role === 'DRIVER' ? [MY_TRIP, UPKEEP] : []),
    ...(viewerMay(viewer, 'reservation.handOver') ? [HANDOVER] : []),
  ];
}

/** The pages behind *Beheer*. */
export function manageNavFor(viewer: Viewer | null): NavItem[] {
  return [
    ...(viewerMay(viewer, 'insight.read') ? [{ to: '/beheer/cijfers', key: 'app.nav.figures', icon: 'list' as const }] : []),
    ...(viewerMay(viewer, 'budget.read') ? [{ to: '/budget', key: 'app.nav.budget', icon: 'book' as const }] : []),
    ...(viewerMay(viewer, 'plan.make') ? [{ to: '/vervoer', key: 'app.nav.legs', icon: 'truck' as const }] : []),
    ...(viewerMay(viewer, 'plan.make') ? [{ to: '/ritten', key: 'app.nav.trips', icon: 'truck' as const }] : []),
    ...(viewerMay(viewer, 'care.plan') ? [UPKEEP] : []),
    ...(viewerMay(viewer, 'data.manage')
      ? [{ to: '/beheer/gegevens/locaties', key: 'app.nav.records', icon: 'edit' as const }]
      : []),
    ...(viewerMay(viewer, 'site.move') ? [{ to: '/beheer/locaties', key: 'app.nav.manageSites', icon: 'pin' as const }] : []),
    ...(viewerMay(viewer, 'mail.read') ? [{ to: '/beheer/mails', key: 'app.nav.mails', icon: 'mail' as const }] : []),
    ...(viewerMay(viewer, 'person.erase') ? [{ to: '/beheer/privacy', key: 'app.nav.privacy', icon: 'shield' as const }] : []),
    ...(viewerMay(viewer, 'audit.read') ? [{ to: '/beheer/spoor', key: 'app.nav.audit', icon: 'shield' as const }] : []),
  ];
}

/** The tabs at the foot of a phone, before *Meer*. */
export const TABS: NavItem[] = [SEARCH, { ...KITS, key: 'app.tabs.kits' }, { ...ALL, key: 'app.tabs.reservations' }];
