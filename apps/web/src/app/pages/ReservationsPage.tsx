import { useTranslation } from '../../ui/i18n/texts.js';
import { ReservationList } from '../../features/reservations/ReservationList.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** My reservations; for who plans, everybody's. */
export default function ReservationsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const mine = viewer?.role === 'COORDINATOR';
  return (
    <Page>
      <PageHeading
        title={t(mine ? 'reservations.list.mine' : 'reservations.list.title')}
        actions={
          viewer ? (
            <>
              <LinkButton to="/agenda" variant="default" leftSection={<Icon name="calendar" />}>
                {t('agenda.open')}
              </LinkButton>
              <LinkButton to="/volgen" variant="default" leftSection={<Icon name="mail" />}>
                {t('follow.open')}
              </LinkButton>
              <LinkButton to="/machtigingen" variant="default" leftSection={<Icon name="shield" />}>
                {t('authorisations.open')}
              </LinkButton>
              {mine ? null : (
                <LinkButton to="/begeleiders" variant="default" leftSection={<Icon name="people" />}>
                  {t('instructors.open')}
                </LinkButton>
              )}
              <LinkButton to="/leenvoorwaarden" variant="default" leftSection={<Icon name="book" />}>
                {t('terms.title')}
              </LinkButton>
              <LinkButton to="/reeksen" variant="default" leftSection={<Icon name="repeat" />}>
                {t('series.open')}
              </LinkButton>
              <LinkButton to="/wachtlijst" variant="default" leftSection={<Icon name="clock" />}>
                {t('waiting.open')}
              </LinkButton>
              <LinkButton to="/aanvragen" variant="default" leftSection={<Icon name="edit" />}>
                {t('requests.open')}
              </LinkButton>
              <LinkButton to="/">{t('reservations.list.searchKit')}</LinkButton>
            </>
          ) : null
        }
      />
      {loading ? <DelayedSkeleton count={5} height={92} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <ReservationList anyScope={!mine} ownOrganisationId={viewer.organisation.id} /> : null}
    </Page>
  );
}
