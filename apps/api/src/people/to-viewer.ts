import type { Person } from './person.entity.js';
import { Viewer } from './viewer.type.js';

export function toViewer({ id, name, email, role, locale, organisationId, demo }: Person): Viewer {
  return Object.assign(new Viewer(), { id, name, email, role, locale, organisationId, demo });
}
