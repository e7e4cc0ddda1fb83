import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { RefusalParts } from '../../graphql/refusal-fragment.js';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { Dialog } from '../../ui/Dialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { RefusalView } from '../../ui/refusal/RefusalView.js';
import { useReasonText } from '../../ui/refusal/useReasonText.js';
import { StatusTag } from '../../ui/StatusTag.js';
import { useToast } from '../../ui/toast/ToastProvider.js';
import { useFormat } from '../../ui/useFormat.js';
import { type AnyRequest, type Option, PLACE, PLACE_OPTIONS, REQUESTS } from './requests.graphql.js';
import styles from './requests.module.css';

const FIRST_SHOWN = 8;

/** *Ken toe*: the kits and days that are free for one request; one press places it. */
export function PlaceDialog({ request, onClose }: { request: AnyRequest | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={request !== null} title={t('requests.ask.place', { number: request?.number ?? '' })} onClose={onClose}>
      {request ? <Options request={request} onClose={onClose} /> : null}
    </Dialog>
  );
}

function Options({ request, onClose }: { request: AnyRequest; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const reasonText = useReasonText();
  const { id, version, organisation, days } = request;
  const { data, error, refetch } = useQuery(PLACE_OPTIONS, { variables: { id }, fetchPolicy: 'network-only' });
  const [place, { loading }] = useMutation(PLACE, { refetchQueries: [REQUESTS], awaitRefetchQueries: true });
  const [all, setAll] = useState(false);
  const keys = useRef(new Map<Option, string>());
  const [refusal, setRefusal] = useState<RefusalParts | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton count={3} height={64} />;
  const found = data.placeOptions;
  if (!found) return <p>{t('requests.gone')}</p>;

  async function give(option: Option) {
    setRefusal(null);
    setFailed(null);
    const key = keys.current.get(option) ?? crypto.randomUUID();
    keys.current.set(option, key);
    try {
      const input = { idempotencyKey: key, id, version, unitId: option.unit.id, firstDay: option.firstDay };
      const result = (await place({ variables: { input } })).data!.placeRequest;
      if (result.__typename === 'Refusal') {
        setRefusal(result as RefusalParts);
        void refetch();
        return;
      }
      toast({ text: t('requests.did.place', { number: request.number }) });
      onClose();
    } catch (thrown) {
      setFailed(thrown);
    }
  }
  const shown = all ? found.options : found.options.slice(0, FIRST_SHOWN);
  return (
    <div className={styles.options}>
      <p className={styles.muted}>
        {organisation.name} ·{' '}
        {t('requests.window', { count: days, window: format.periodShort(request.earliestDay, request.latestDay) })}
      </p>
      {refusal ? <RefusalView refusal={refusal} /> : null}
      {failed ? <ErrorState error={failed} /> : null}
      {found.options.length === 0 ? (
        <>
          <p>{t('requests.noOption')}</p>
          <ul className={styles.obstacles}>
            {found.obstacles.slice(0, 4).map(({ times, reason }) => (
              <li key={reason.code}>
                {reasonText(reason)} <span className={styles.muted}>{t('requests.times', { count: times })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ul className={styles.optionList} aria-label={t('requests.optionsFound', { count: found.count })}>
          {shown.map((option) => (
            <li key={`${option.unit.id} ${option.firstDay}`}>
              <div>
                <strong>{format.periodShort(option.firstDay, option.lastDay)}</strong>
                {option.preferred ? <StatusTag tone="green">{t('requests.isPreferred')}</StatusTag> : null}
                <br />
                <span>
                  {request.model ? option.unit.code : `${text(option.unit.model.name)} (${option.unit.code})`}
                  {', '}
                  {option.extraKm > 0 ? t('requests.extraKm', { km: format.number(option.extraKm, 0) }) : t('requests.noExtraKm')}
                  {option.site.id === request.site.id ? '' : `, ${t('requests.groupGoes', { site: option.site.name })}`}
                </span>
              </div>
              <Button disabled={loading} onClick={() => void give(option)}>
                {t('requests.do.place')}
                <span className="visually-hidden">
                  : {option.unit.code}, {format.period(option.firstDay, option.lastDay)}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!all && found.options.length > FIRST_SHOWN ? (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            {t('requests.allOptions', { count: found.options.length - FIRST_SHOWN })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
