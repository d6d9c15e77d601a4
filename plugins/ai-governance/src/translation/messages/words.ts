/** What all screens call the same things: keys are the values themselves. */
export const words = {
  state: {
    pass: 'Pass',
    warning: 'Warning',
    fail: 'Fail',
    expired: 'Expired',
    'not-reported': 'Not reported',
    'not-applicable': 'Not applicable',
    exempt: 'Exempt',
    error: 'Error',
  },
  tier: {
    prohibited: 'Prohibited',
    high: 'High',
    limited: 'Limited',
    minimal: 'Minimal',
    none: 'Not decided yet',
  },
  risk: {
    'very-low': 'Very low',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    'very-high': 'Very high',
  },
  level: {
    bronze: 'Bronze',
    silver: 'Silver',
    gold: 'Gold',
    none: 'No level yet',
  },
  standing: {
    valid: 'Valid',
    requested: 'Waits for a decision',
    lapsed: 'Lapsed',
    expired: 'Expired',
    rejected: 'Rejected',
    suspended: 'Suspended',
    withdrawn: 'Withdrawn',
  },
  /** The same where they stand within a sentence. */
  inSentence: {
    state: {
      pass: 'pass',
      warning: 'warning',
      fail: 'fail',
      expired: 'expired',
      'not-reported': 'not reported',
      'not-applicable': 'not applicable',
      exempt: 'exempt',
      error: 'error',
    },
    risk: {
      'very-low': 'very low',
      low: 'low',
      medium: 'medium',
      high: 'high',
      'very-high': 'very high',
    },
    level: { bronze: 'bronze', silver: 'silver', gold: 'gold' },
  },
} as const;
