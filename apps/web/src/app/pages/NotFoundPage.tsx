import { useTranslation } from '../../ui/i18n/texts.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeading title={t('app.notFound.title')} />
      <EmptyState van text={t('app.notFound.text')} action={<LinkButton to="/">{t('app.notFound.action')}</LinkButton>} />
    </Page>
  );
}
