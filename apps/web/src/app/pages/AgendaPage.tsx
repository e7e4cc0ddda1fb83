import { useSearchParams } from 'react-router';
import { AgendaLinks } from '../../features/agenda/AgendaLinks.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** Secret links by which a calendar program follows a person, a site or a kit. */
export default function AgendaPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading title={t('agenda.title')} lead={t('agenda.lead')} />
      {loading ? <DelayedSkeleton count={3} height={72} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <AgendaLinks viewer={viewer} unitCode={params.get('kit')} /> : null}
    </Page>
  );
}
