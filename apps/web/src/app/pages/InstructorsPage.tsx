import { Instructors } from '../../features/instructors/Instructors.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** Who comes along with equipment, when and where. */
export default function InstructorsPage() {
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  return (
    <Page>
      <PageHeading
        title={t('instructors.title')}
        lead={t('instructors.lead')}
        actions={
          viewer ? (
            <LinkButton to="/agenda" variant="default" leftSection={<Icon name="calendar" />}>
              {t('agenda.open')}
            </LinkButton>
          ) : null
        }
      />
      {loading ? <DelayedSkeleton count={3} height={88} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <Instructors viewer={viewer} /> : null}
    </Page>
  );
}
