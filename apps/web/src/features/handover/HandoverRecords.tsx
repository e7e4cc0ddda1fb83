import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { HANDOVER_RECORDS } from './handover.graphql.js';
import styles from './handover.module.css';

/** What was noted before, with its signatures and photos. `stamp` changes when something was added. */
export function HandoverRecords({ reservationId, stamp }: { reservationId: string; stamp: string }) {
  return <Records key={stamp} reservationId={reservationId} />;
}

function Records({ reservationId }: { reservationId: string }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data } = useQuery(HANDOVER_RECORDS, { variables: { reservationId }, fetchPolicy: 'no-cache' });
  const records = data?.handoverSheet?.records ?? [];
  if (records.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="records">
      <h2 id="records">{t('handover.records.title')}</h2>
      <ol className={styles.records}>
        {records.map((each) => (
          <li key={each.id}>
            <h3>
              {t(`handover.moment.${each.moment}`)}, {format.instant(each.happenedAt)}
            </h3>
            {each.second ? <p className={styles.note}>{t('handover.records.second')}</p> : null}
            <p>{t('handover.records.by', { name: each.recordedByName })}</p>
            <ul>
              {each.boxes.map((box) => (
                <li key={`${box.unitCode} ${box.box}`}>
                  {t('handover.records.box', { code: box.unitCode, box: box.box })}: {t(`handover.box.${box.state}`)}
                  {box.parts.map((part) => (
                    <span key={text(part.name)} className={styles.finding}>
                      {text(part.name)}:{' '}
                      {[
                        part.missing > 0 ? `${part.missing} × ${t('handover.part.missing')}` : null,
                        part.broken > 0 ? `${part.broken} × ${t('handover.part.broken')}` : null,
                        part.note,
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
            {each.remark ? <p>{each.remark}</p> : null}
            <div className={styles.signed}>
              {(
                [
                  ['giver', each.giverName, each.giverStrokes],
                  ['receiver', each.receiverName, each.receiverStrokes],
                ] as const
              ).map(([who, name, strokes]) => (
                <figure key={who}>
                  {strokes ? (
                    <svg viewBox="0 0 600 180" aria-hidden="true">
                      <path d={strokes} className={styles.ink} />
                    </svg>
                  ) : null}
                  <figcaption>
                    {t(`handover.sign.${who}.${each.moment}`)}: {name}
                  </figcaption>
                </figure>
              ))}
            </div>
            {each.photos.length > 0 ? (
              <ul className={styles.photos}>
                {each.photos.map((photo, at) => (
                  <li key={photo.id}>
                    <a href={photo.url} target="_blank" rel="noreferrer">
                      <img src={photo.url} alt={t('handover.photos.one', { n: at + 1 })} loading="lazy" />
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
