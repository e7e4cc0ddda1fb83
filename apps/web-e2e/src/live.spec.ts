import { expect, test } from '@playwright/test';
import { ask, COORDINATOR, expectAccessible, freeUnit, PLANNER, signIn, usualSite } from './support.js';

