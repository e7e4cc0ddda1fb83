import { useParams } from 'react-router';
import { ScannedCode } from '../../features/handover/ScannedCode.js';
import { useViewer } from '../../graphql/viewer.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Page } from '../../ui/Page.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../SignInFirst.js';

/** The address on a label, opened by a phone's own camera. */
export default function ScanPage() {
  const { unitCode = '', box } = useParams();
  const { t } = useTranslation();
  const { viewer, loading } = useViewer();
  const code = `${unitCode}${box ? `/${box}` : ''}`;
  return (
    <Page>
      <PageHeading title={t('handover.scan.pageTitle', { code })} />
      {loading ? <DelayedSkeleton count={1} height={96} /> : null}
      {!loading && !viewer ? <SignInFirst /> : null}
      {viewer ? <ScannedCode key={code} code={code} /> : null}
    </Page>
  );
}
