export * from './model/problem.js';
export * from './model/plan.js';
export * from './model/errors.js';
