import { useQuery } from '@apollo/client/react';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { PaperView } from '../../ui/paper/PaperView.js';
import { useViewer, viewerMay } from '../../graphql/viewer.js';
import { BookForm } from './BookForm.js';
import { EInvoiceFields } from './EInvoiceFields.js';
import { INCOMING_INVOICE } from './intake.graphql.js';
import styles from './intake.module.css';
import { ParkedActions } from './ParkedActions.js';
import { useFindingText } from './useFindingText.js';

/** One e-invoice: the document beside its fields, and what it waits for. */
export function EInvoice({ id }: { id: string }) {
  const { t } = useTranslation();
  const say = useFindingText();
  const { viewer } = useViewer();
  const { data, error, refetch } = useQuery(INCOMING_INVOICE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const incoming = data?.incomingInvoice;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (incoming === undefined) return <DelayedSkeleton count={4} height={120} />;
  if (incoming === null)
    return <EmptyState text={t('intake.gone')} action={<LinkButton to="/budget/e-facturen">{t('intake.title')}</LinkButton>} />;
  const { leftInside } = incoming.content;
  const mayWrite = viewerMay(viewer, 'budget.write') && incoming.state === 'PARKED';
  const bookable = incoming.reason === 'NEEDS_LINE' || incoming.reason === 'NEEDS_INVOICE' || incoming.reason === 'REFUSED';
  return (
    <div className={styles.beside}>
      <div>
        {incoming.findings.length > 0 ? (
          <section className={styles.group} aria-labelledby="wrong">
            <h2 id="wrong">{t('intake.wrong')}</h2>
            <ul className={styles.findings}>
              {incoming.findings.map((finding) => (
                <li key={`${finding.code} ${finding.fileLine} ${finding.field}`}>{say(finding)}</li>
              ))}
            </ul>
            <p className={styles.help}>{t('intake.wrongHelp')}</p>
          </section>
        ) : null}
        <EInvoiceFields incoming={incoming} />
        {mayWrite && bookable && incoming.supplier ? (
          <BookForm key={incoming.version} incoming={incoming} supplierId={incoming.supplier.id} onDone={() => void refetch()} />
        ) : null}
        {mayWrite ? <ParkedActions incoming={incoming} onDone={() => void refetch()} /> : null}
      </div>
      <PaperView
        documents={incoming.documents}
        nothing={t('intake.noPicture')}
        note={leftInside.length > 0 ? t('intake.leftInside', { names: leftInside.join(', ') }) : null}
      />
    </div>
  );
}
