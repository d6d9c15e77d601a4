import { Requirement } from './Framework';

/** CoSAI Risk Map: ids and titles of its risks. Apache-2.0. Source: https://github.com/cosai-oasis/secure-ai-tooling/blob/main/risk-map/yaml/risks.yaml */
export const cosaiRisks: readonly Requirement[] = [
  { id: 'riskDataPoisoning', title: 'Data Poisoning' },
  { id: 'riskUnauthorizedTrainingData', title: 'Unauthorized Training Data' },
  { id: 'riskModelSourceTampering', title: 'Model Source Tampering' },
  { id: 'riskExcessiveDataHandling', title: 'Excessive Data Handling' },
  {
    id: 'riskExcessiveDataHandlingDuringInference',
    title: 'Excessive Data Handling During Inference',
  },
  { id: 'riskModelExfiltration', title: 'Model Exfiltration' },
  { id: 'riskModelDeploymentTampering', title: 'Model Deployment Tampering' },
  { id: 'riskDenialOfMLService', title: 'Denial of ML Service' },
  { id: 'riskModelReverseEngineering', title: 'Model Reverse Engineering' },
  {
    id: 'riskInsecureIntegratedComponent',
    title: 'Insecure Integrated Component',
  },
  { id: 'riskPromptInjection', title: 'Prompt Injection' },
  { id: 'riskModelEvasion', title: 'Model Evasion' },
  { id: 'riskSensitiveDataDisclosure', title: 'Sensitive Data Disclosure' },
  { id: 'riskInferredSensitiveData', title: 'Inferred Sensitive Data' },
  { id: 'riskInsecureModelOutput', title: 'Insecure Model Output' },
  { id: 'riskRogueActions', title: 'Rogue Actions' },
  {
    id: 'riskAcceleratorAndSystemSideChannels',
    title: 'Accelerator and System Side-channels',
  },
  { id: 'riskEconomicDenialOfWallet', title: 'Economic Denial of Wallet' },
  {
    id: 'riskFederatedDistributedTrainingPrivacy',
    title: 'Federated/Distributed Training Privacy',
  },
  { id: 'riskAdapterPEFTInjection', title: 'Adapter/PEFT Injection' },
  { id: 'riskToolRegistryTampering', title: 'Tool Registry Tampering' },
  { id: 'riskOrchestratorRouteHijacking', title: 'Orchestrator/Route Hijack' },
  {
    id: 'riskEvaluationBenchmarkManipulation',
    title: 'Evaluation/Benchmark Manipulation',
  },
  {
    id: 'riskCovertChannelsInModelOutputs',
    title: 'Covert Channels in Model Outputs',
  },
  {
    id: 'riskMaliciousLoaderDeserialization',
    title: 'Malicious Loader/Deserialization',
  },
  { id: 'riskToolSourceProvenance', title: 'Tool Source Provenance' },
  {
    id: 'riskPromptResponseCachePoisoning',
    title: 'Prompt/Response Cache Poisoning',
  },
  {
    id: 'riskRetrievalVectorStorePoisoning',
    title: 'Retrieval/Vector Store Poisoning',
  },
  {
    id: 'riskAgentDelegationChainOpacity',
    title: 'Agent Delegation Chain Opacity',
  },
  {
    id: 'riskStaleAgentIdentityBinding',
    title: 'Stale Agent Identity Binding',
  },
  { id: 'riskMCPTransportHijacking', title: 'MCP Transport Hijacking' },
  { id: 'riskShadowAndUnknownAgents', title: 'Shadow and Unknown Agents' },
  { id: 'riskRunawayAgentToolLoops', title: 'Runaway Agent Tool Loops' },
  {
    id: 'riskAgenticDelegationConfusedDeputy',
    title: 'Agentic Delegation Confused Deputy',
  },
  {
    id: 'riskCrossTenantCredentialPropagation',
    title: 'Cross-Tenant Credential Propagation',
  },
  { id: 'riskZombieShadowMCPServers', title: 'Zombie / Shadow MCP Servers' },
];

/** CoSAI Risk Map: ids and titles of its controls. Apache-2.0. Source: https://github.com/cosai-oasis/secure-ai-tooling/blob/main/risk-map/yaml/controls.yaml */
export const cosaiControls: readonly Requirement[] = [
  {
    id: 'controlModelPrivacyEnhancingTechnologies',
    title: 'Privacy Enhancing Technologies for Model Training',
  },
  {
    id: 'controlRuntimePrivacyEnhancingTechnologies',
    title: 'Privacy Enhancing Technologies for Inference',
  },
  { id: 'controlTrainingDataManagement', title: 'Training Data Management' },
  {
    id: 'controlTrainingDataSanitization',
    title: 'Training Data Sanitization',
  },
  { id: 'controlUserDataManagement', title: 'User Data Management' },
  {
    id: 'controlModelAndDataInventoryManagement',
    title: 'Model and Data Inventory Management',
  },
  {
    id: 'controlModelAndDataAccessControls',
    title: 'Model and Data Access Controls',
  },
  {
    id: 'controlModelAndDataIntegrityManagement',
    title: 'Model and Data Integrity Management',
  },
  {
    id: 'controlModelAndDataExecutionIntegrity',
    title: 'Model and Data Execution Integrity',
  },
  {
    id: 'controlSecureByDefaultMLTooling',
    title: 'Secure-by-Default ML Tooling',
  },
  {
    id: 'controlInputValidationAndSanitization',
    title: 'Input Validation and Sanitization',
  },
  {
    id: 'controlOutputValidationAndSanitization',
    title: 'Output Validation and Sanitization',
  },
  {
    id: 'controlAdversarialTrainingAndTesting',
    title: 'Adversarial Training and Testing',
  },
  {
    id: 'controlApplicationAccessManagement',
    title: 'Application Access and Resource Management',
  },
  {
    id: 'controlUserTransparencyAndControls',
    title: 'User Transparency and Controls',
  },
  { id: 'controlAgentPluginUserControl', title: 'Agent User Control' },
  { id: 'controlAgentPluginPermissions', title: 'Agent Permissions' },
  { id: 'controlRedTeaming', title: 'Red Teaming' },
  { id: 'controlVulnerabilityManagement', title: 'Vulnerability Management' },
  { id: 'controlThreatDetection', title: 'Threat Detection' },
  {
    id: 'controlIncidentResponseManagement',
    title: 'Incident Response Management',
  },
  {
    id: 'controlUserPoliciesAndEducation',
    title: 'User Policies and Education',
  },
  {
    id: 'controlInternalPoliciesAndEducation',
    title: 'Internal Policies and Education',
  },
  { id: 'controlProductGovernance', title: 'Product Governance' },
  { id: 'controlRiskGovernance', title: 'Risk Governance' },
  { id: 'controlAgentObservability', title: 'Agent Observability' },
  {
    id: 'controlIsolatedConfidentialComputing',
    title: 'Isolated and Confidential Computing',
  },
  {
    id: 'controlRetrievalAndVectorSystemIntegrity',
    title: 'Retrieval and Vector System Integrity Management',
  },
  {
    id: 'controlOrchestratorAndRouteIntegrity',
    title: 'Orchestrator and Route Integrity',
  },
  {
    id: 'controlAgentInventoryManagement',
    title: 'Agent Inventory Management',
  },
  {
    id: 'controlAgentIntegrityManagement',
    title: 'Agent Integrity Management',
  },
  {
    id: 'controlAgentCredentialIsolation',
    title: 'Agent Credential Isolation',
  },
  {
    id: 'controlInterComponentTransportSecurity',
    title: 'Inter-Component Transport Security',
  },
  {
    id: 'controlComponentIdentityProvenance',
    title: 'Component Identity Provenance',
  },
  { id: 'controlAgentExecutionBounds', title: 'Agent Execution Bounds' },
];
