import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

type Props = ButtonProps & Pick<LinkProps, 'to' | 'state' | 'replace'> & { children: ReactNode };

/** Looks like a button and goes somewhere. */
export function LinkButton({ to, state, replace, children, ...look }: Props) {
  return (
    <Button {...look} renderRoot={(props) => <Link {...props} to={to} state={state} replace={replace} />}>
      {children}
    </Button>
  );
}
