import { Link } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';
import type { Envelope } from './envelope.graphql.js';
import styles from './envelope.module.css';
import { basisPoints, postingsOf, type FigureName } from './figures.js';
import { StageBar, StageSwatch } from './StageBar.js';

const PARTS = ['claimed', 'paid', 'invoiced', 'committed', 'left'] as const;

/** The amount first and largest; under it how far the money came. Each figure leads to the postings that make it. */
export function TotalCard({ envelope }: { envelope: Envelope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amounts, amountCents, undivided } = envelope;
  const place = { enveloppe: envelope.code };
  const percent = (figure: FigureName) => `${format.number(basisPoints(amounts[figure], amounts.budget) / 100, 1)}%`;
  const figure = (name: FigureName) => (
    <Link className={styles.figure} to={postingsOf(name, place)}>
      {format.euro(amounts[name])}
    </Link>
  );
  return (
    <section className={styles.card} aria-labelledby="envelope-total">
      <div className={styles.amounts}>
        <div>
          <h2 id="envelope-total" className={styles.label}>
            {t('envelope.total')}
          </h2>
          <p className={styles.amount}>{format.euro(amountCents)}</p>
        </div>
        <div className={styles.free}>
          <p className={styles.label}>{t('envelope.stage.left')}</p>
          <p className={styles.amount2}>{format.euro(amounts.left)}</p>
        </div>
      </div>
      <StageBar amounts={amounts} large />
      <dl className={styles.legend}>
        {PARTS.map((name) => (
          <div key={name}>
            <dt>
              <StageSwatch name={name} /> {t(`envelope.stage.${name}`)}
            </dt>
            <dd>{figure(name)}</dd>
            <dd className={styles.small}>{percent(name)}</dd>
          </div>
        ))}
      </dl>
      <dl className={styles.rest}>
        <div>
          <dt>{t('envelope.stage.budget')}</dt>
          <dd>{figure('budget')}</dd>
        </div>
        <div>
          <dt>{t('envelope.stage.certified')}</dt>
          <dd>{figure('certified')}</dd>
        </div>
        {amounts.deducted !== '0' ? (
          <div>
            <dt>{t('envelope.stage.deducted')}</dt>
            <dd>{figure('deducted')}</dd>
          </div>
        ) : null}
        {undivided !== '0' ? (
          <div>
            <dt>{t('envelope.undivided')}</dt>
            <dd>{format.euro(undivided)}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
