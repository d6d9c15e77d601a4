import { Requirement } from './Framework';

/**
 * OWASP Top 10 for LLM Applications 2025: ids and titles. CC BY-SA 4.0.
 * Source: https://github.com/OWASP/www-project-top-10-for-large-language-model-applications/tree/main/2_0_vulns
 */
export const owaspLlm2025: readonly Requirement[] = [
  { id: 'LLM01:2025', title: 'Prompt Injection' },
  { id: 'LLM02:2025', title: 'Sensitive Information Disclosure' },
  { id: 'LLM03:2025', title: 'Supply Chain' },
  { id: 'LLM04:2025', title: 'Data and Model Poisoning' },
  { id: 'LLM05:2025', title: 'Improper Output Handling' },
  { id: 'LLM06:2025', title: 'Excessive Agency' },
  { id: 'LLM07:2025', title: 'System Prompt Leakage' },
  { id: 'LLM08:2025', title: 'Vector and Embedding Weaknesses' },
  { id: 'LLM09:2025', title: 'Misinformation' },
  { id: 'LLM10:2025', title: 'Unbounded Consumption' },
];

/**
 * OWASP Top 10 for Agentic Applications 2026: ids and titles. CC BY-SA 4.0.
 * Source: https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/
 */
export const owaspAgentic2026: readonly Requirement[] = [
  { id: 'ASI01', title: 'Agent Goal Hijack' },
  { id: 'ASI02', title: 'Tool Misuse and Exploitation' },
  { id: 'ASI03', title: 'Identity and Privilege Abuse' },
  { id: 'ASI04', title: 'Agentic Supply Chain Vulnerabilities' },
  { id: 'ASI05', title: 'Unexpected Code Execution' },
  { id: 'ASI06', title: 'Memory & Context Poisoning' },
  { id: 'ASI07', title: 'Insecure Inter-Agent Communication' },
  { id: 'ASI08', title: 'Cascading Failures' },
  { id: 'ASI09', title: 'Human-Agent Trust Exploitation' },
  { id: 'ASI10', title: 'Rogue Agents' },
];
