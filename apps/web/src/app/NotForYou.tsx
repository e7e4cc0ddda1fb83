import { useTranslation } from '../ui/i18n/texts.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LinkButton } from '../ui/LinkButton.js';

/** Instead of a page that the viewer's role may not use. */
export function NotForYou() {
  const { t } = useTranslation();
  return <EmptyState text={t('people.first.notForYou')} action={<LinkButton to="/">{t('app.notFound.action')}</LinkButton>} />;
}
