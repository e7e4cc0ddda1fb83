import type { RefusalReasonParts } from '../../graphql/refusal-fragment.js';
import { Icon } from '../icons.js';
import styles from './RefusalView.module.css';
import { useReasonText } from './useReasonText.js';

/** Reasons or warnings, one line each. */
export function ReasonList({ reasons }: { reasons: readonly RefusalReasonParts[] }) {
  const say = useReasonText();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.unit?.id} ${reason.firstDay} ${reason.field}`}>
          <Icon name={reason.code.endsWith('_UNKNOWN') ? 'info' : 'warning'} />
          <span>{say(reason)}</span>
        </li>
      ))}
    </ul>
  );
}
