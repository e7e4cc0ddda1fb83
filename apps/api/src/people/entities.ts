import { AccessRequest } from './access-request.entity.js';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';
import { PasswordToken, Session, SignInAttempt } from './session.entity.js';

export const peopleEntities = [Organisation, Person, Session, PasswordToken, SignInAttempt, AccessRequest];
