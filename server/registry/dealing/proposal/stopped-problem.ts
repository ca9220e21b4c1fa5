import type { BatchUnderReview } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import { allowedSteps, type BatchStep } from '../../../domain/batch/batch-step.ts';
import { Problem } from '../../../domain/problem/problem.ts';

/** A step on a batch of which something must not be registered: with the steps that are left. */
export const stoppedProblem = (batch: BatchUnderReview, actor: Actor, step: BatchStep): Problem =>
  new Problem('batch.blocked', {
    state: batch.status,
    allowed: allowedSteps(batch, actor).filter((one) => one !== step),
  });
