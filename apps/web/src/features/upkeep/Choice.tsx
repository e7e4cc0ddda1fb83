import { useId } from 'react';
import styles from './upkeep.module.css';

type Props<Value extends string> = {
  legend: string;
  value: Value | null;
  options: readonly { value: Value; label: string; help?: string }[];
  onChange: (value: Value) => void;
};

/** One of a few, large enough for a thumb. */
export function Choice<Value extends string>({ legend, value, options, onChange }: Props<Value>) {
  const id = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} htmlFor={`${id}-${option.value}`}>
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={id}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            <strong>{option.label}</strong>
            {option.help ? <small>{option.help}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
