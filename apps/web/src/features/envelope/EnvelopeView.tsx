import { useSearchParams } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { AbsorptionCard } from './AbsorptionCard.js';
import { AlertsCard } from './AlertsCard.js';
import { ClosedCard } from './ClosedCard.js';
import type { Envelope } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { EnvelopeTabs } from './EnvelopeTabs.js';
import { LedgerStrip } from './LedgerStrip.js';
import { StateTable } from './StateTable.js';
import { TotalCard } from './TotalCard.js';
import { ValueCard } from './ValueCard.js';

/** Where an envelope stands, on one page: every figure leads to what makes it. */
export function EnvelopeView({ envelopes, chosen }: { envelopes: readonly Envelope[]; chosen: Envelope }) {
  const { t } = useTranslation();
  const whole = useSearchParams()[0].get('stadia') === 'alle';
  return (
    <>
      <EnvelopeTabs envelopes={envelopes} chosen={chosen} />
      <LedgerStrip />
      <div className={styles.grid}>
        <TotalCard envelope={chosen} />
        {chosen.agreements.map((agreement) => (
          <AbsorptionCard key={agreement.id} code={chosen.code} agreement={agreement} />
        ))}
      </div>
      <div className={styles.grid} data-columns={whole ? 'one' : 'wide-left'}>
        <StateTable envelope={chosen} />
        <div className={styles.stack}>
          <AlertsCard envelopeId={chosen.id} />
          {chosen.agreements.map((agreement) => (
            <ClosedCard key={agreement.id} agreement={agreement} />
          ))}
          {chosen.kind === 'EQUIPMENT' ? <ValueCard /> : null}
        </div>
      </div>
      {chosen.agreements.some(({ illustrative }) => illustrative) ? (
        <p className={styles.note}>{t('envelope.illustrative')}</p>
      ) : null}
    </>
  );
}
