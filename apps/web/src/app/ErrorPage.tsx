import { Button } from '@mantine/core';
import { useTranslation } from '../ui/i18n/texts.js';
import { LinkButton } from '../ui/LinkButton.js';
import { Page } from '../ui/Page.js';
import { PageHeading } from '../ui/PageHeading.js';

/** What a person sees when a page broke or could not be fetched. */
export function ErrorPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeading title={t('app.error.title')} />
      <p>{t('app.error.text')}</p>
      <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
        <Button onClick={() => window.location.reload()}>{t('app.error.reload')}</Button>
        <LinkButton to="/" variant="default">
          {t('app.notFound.action')}
        </LinkButton>
      </div>
    </Page>
  );
}
