import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { KitDrawing } from '../../ui/drawings/KitDrawing.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon, type IconName } from '../../ui/icons.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import type { AnyRequest } from './requests.graphql.js';
import styles from './requests.module.css';

const LOOKS: Record<AnyRequest['state'], { tone: Tone; icon: IconName }> = {
  OPEN: { tone: 'yellow', icon: 'clock' },
  PLACED: { tone: 'green', icon: 'check' },
  REFUSED: { tone: 'red', icon: 'close' },
  WITHDRAWN: { tone: 'grey', icon: 'minus' },
};

type Props = { request: AnyRequest; showOrganisation: boolean; children: ReactNode };

/** One wish: what, when and where, for whom, and what became of it. */
export function RequestCard({ request, showOrganisation, children }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { model, domain, site, reservation, preferred } = request;
  return (
    <li className={styles.card}>
      {model ? <KitDrawing name={model.drawing} size={64} /> : <Icon name="box" size={48} />}
      <div className={styles.what}>
        <h3>
          {model ? text(model.name) : t('requests.anyOf', { domain: text(domain!) })}{' '}
          <span className={styles.code}>{request.number}</span>
        </h3>
        <p className={styles.muted}>
          {[showOrganisation ? request.organisation.name : '', request.course].filter(Boolean).join(' · ')}
        </p>
        <p>
          <Icon name="calendar" size={18} />{' '}
          <span>
            {t('requests.window', {
              count: request.days,
              window: format.periodShort(request.earliestDay, request.latestDay),
            })}
            {preferred.length > 0
              ? `, ${t('requests.preferably', { periods: preferred.map((each) => format.periodShort(each.firstDay, each.lastDay)).join('; ') })}`
              : ''}
          </span>
        </p>
        <p>
          <Icon name="pin" size={18} />{' '}
          <span>
            <strong>{site.town}</strong>, {site.name}
          </span>
        </p>
        <p>
          <Icon name="person" size={18} />{' '}
          <span>
            {t('requests.people', {
              count: request.groupSize,
              target: t(`requests.target.${request.targetGroup}`).toLowerCase(),
            })}
            {request.sme ? ` (${t('requests.smeMark')})` : ''}
          </span>
        </p>
        {request.remark ? <p className={styles.remark}>{request.remark}</p> : null}
      </div>
      <div className={styles.state}>
        <StatusTag {...LOOKS[request.state]}>{t(`requests.state.${request.state}`)}</StatusTag>
        {reservation ? (
          <p>
            <Link to={`/reservaties/${reservation.id}`}>{reservation.number}</Link>,{' '}
            {format.periodShort(reservation.firstDay, reservation.lastDay)}
          </p>
        ) : null}
        {request.decisionReason ? <p>{request.decisionReason}</p> : null}
      </div>
      {children ? <div className={styles.buttons}>{children}</div> : null}
    </li>
  );
}
