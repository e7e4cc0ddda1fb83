import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { loadOtherTexts } from './i18n/start-i18n.js';

type PageModule = { default: ComponentType };

const pages = import.meta.glob<PageModule>('./pages/*.tsx');

/** Address → file in `pages/`, which exports the page as default. One line per page. */
const ADDRESSES: Record<string, string> = {
  '/': 'HomePage',
  '/kits': 'KitsPage',
  '/kits/:modelCode': 'KitPage',
  '/toestel/:unitCode': 'UnitPage',
  '/toestel/:unitCode/paklijst': 'PackingPage',
  '/etiketten': 'LabelsPage',
  '/locaties': 'SitesPage',
  '/locaties/:code': 'SitePage',
  '/reservaties': 'ReservationsPage',
  '/reservaties/:id': 'ReservationPage',
  '/agenda': 'AgendaPage',
  '/reeksen': 'SeriesListPage',
  '/reeksen/nieuw': 'NewSeriesPage',
  '/reeksen/:id': 'SeriesPage',
  '/volgen': 'FollowPage',
  '/machtigingen': 'AuthorisationsPage',
  '/begeleiders': 'InstructorsPage',
  '/leenvoorwaarden': 'LoanTermsPage',
  '/wachtlijst': 'WaitingPage',
  '/wachtlijst/nieuw': 'JoinWaitingPage',
  '/overdracht': 'HandoversPage',
  '/overdracht/:id': 'HandoverPage',
  '/scan/:unitCode': 'ScanPage',
  '/scan/:unitCode/:box': 'ScanPage',
  '/aanvragen': 'RequestsPage',
  '/aanvragen/nieuw': 'NewRequestPage',
  '/rondes': 'RoundsPage',
  '/rondes/nieuw': 'NewRoundPage',
  '/rondes/:id': 'RoundPage',
  '/vervoer': 'LegsPage',
  '/plannen': 'PlansPage',
  '/plannen/nieuw': 'NewPlanPage',
  '/plannen/:id': 'PlanPage',
  '/inbox': 'InboxPage',
  '/onderhoud': 'UpkeepPage',
  '/onderhoud/herplannen/:unitCode': 'ReplanPage',
  '/aanmelden': 'SignInPage',
  '/wachtwoord': 'PasswordPage',
  '/word-gebruiker': 'AccessPage',
  '/over': 'AboutPage',
  '/toegankelijkheid': 'AccessibilityPage',
  '/contact': 'ContactPage',
  '/mijn-mails': 'MyMailsPage',
  '/beheer/gegevens/:kind': 'RecordsPage',
  '/beheer/gegevens/:kind/:id': 'RecordPage',
  '/beheer/invoer': 'ImportPage',
  '/beheer/invoer/:id': 'ImportPage',
  '/beheer/instellingen': 'SettingsPage',
  '/beheer/locaties': 'ManageSitesPage',
  '/beheer/mails': 'MailsPage',
  '/beheer/spoor': 'AuditPage',
  '/beheer/cijfers': 'FiguresPage',
  '/beheer/vraag': 'UnmetDemandPage',
  '/beheer/bereik': 'CoveragePage',
  '/budget': 'EnvelopePage',
  '/budget/lijnen': 'BudgetLinesPage',
  '/budget/boekingen': 'PostingsPage',
  '/budget/wat-als': 'WhatIfPage',
  '/budget/behoefte': 'NeedPage',
  '/budget/gebruik': 'ValuePage',
  '/budget/gebruik/:unitCode': 'UnitValuePage',
  '/budget/maanden': 'BudgetMonthsPage',
  '/budget/spoor': 'BudgetTrailPage',
  '/budget/e-facturen': 'EInvoicesPage',
  '/budget/e-facturen/:id': 'EInvoicePage',
  '/budget/facturen': 'InvoicesPage',
  '/budget/facturen/nieuw': 'NewInvoicePage',
  '/budget/facturen/:id': 'InvoicePage',
  '/budget/leveranciers': 'SuppliersPage',
  '/budget/bank': 'BankPage',
  '/budget/invoer': 'BudgetImportPage',
  '/budget/invoer/:id': 'BudgetImportPage',
  '/privacy': 'PrivacyPage',
  '/beheer/privacy': 'ManagePrivacyPage',
  '*': 'NotFoundPage',
};

export type PageRoute = { path: string; Page: LazyExoticComponent<ComponentType> };

export const pageRoutes: PageRoute[] = Object.entries(ADDRESSES).flatMap(([path, name]) => {
  const load = pages[`./pages/${name}.tsx`];
  if (!load) return [];
  return [{ path, Page: lazy(path === '/' ? load : () => Promise.all([load(), loadOtherTexts()]).then(([page]) => page)) }];
});
