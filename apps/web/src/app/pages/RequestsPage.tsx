import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { RequestList } from '../../features/requests/RequestList.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NotForYou } from '../NotForYou.js';
import { SignInFirst } from '../SignInFirst.js';
import styles from './InboxPage.module.css';

/** Wishes without a slot: a centre's own, or for who plans everybody's. */
export default function RequestsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { viewer, loading } = useViewer();
  const plans = viewerMay(viewer, 'request.decide');
  const part = params.get('toon') === 'alle' ? 'all' : 'open';
  const [words, setWords] = useState(params.get('zoek') ?? '');
  const may = viewerMay(viewer, 'request.read');
  return (
    <Page>
      <PageHeading
        title={t(plans ? 'requests.title.all' : 'requests.title.mine')}
        lead={t(plans ? 'requests.lead.all' : 'requests.lead.mine')}
        actions={
          may ? (
            <>
              {viewerMay(viewer, 'plan.make') ? (
                <LinkButton to="/plannen" variant="default" leftSection={<Icon name="calendar" />}>
                  {t('planning.open')}
                </LinkButton>
              ) : null}
              {viewerMay(viewer, 'round.read') ? (
                <LinkButton to="/rondes" variant="default" leftSection={<Icon name="repeat" />}>
                  {t('rounds.open')}
                </LinkButton>
              ) : null}
              <LinkButton to="/aanvragen/nieuw" leftSection={<Icon name="plus" />}>
                {t('requests.new')}
              </LinkButton>
            </>
          ) : null
        }
      />
      {loading ? <DelayedSkeleton count={3} height={150} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer && !may ? <NotForYou /> : null}
      {plans ? (
        <>
          <nav className={styles.tabs} aria-label={t('requests.parts')}>
            <Link to="/aanvragen" aria-current={part === 'open' ? 'page' : undefined}>
              {t('requests.shown.open')}
            </Link>
            <Link to="/aanvragen?toon=alle" aria-current={part === 'all' ? 'page' : undefined}>
              {t('requests.shown.all')}
            </Link>
          </nav>
          <form
            role="search"
            style={{ marginBlock: 16, maxWidth: 420 }}
            onSubmit={(event) => {
              event.preventDefault();
              setParams((before) => {
                if (words.trim()) before.set('zoek', words.trim());
                else before.delete('zoek');
                return before;
              });
            }}
          >
            <TextInput
              label={t('requests.field.search')}
              value={words}
              rightSection={<Icon name="search" />}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </form>
        </>
      ) : null}
      {may ? (
        <RequestList everybody={plans} states={plans && part === 'open' ? ['OPEN'] : null} text={params.get('zoek') ?? ''} />
      ) : null}
    </Page>
  );
}
