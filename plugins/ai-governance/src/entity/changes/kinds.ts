import ModelIcon from '@material-ui/icons/Memory';
import PromptIcon from '@material-ui/icons/ChatBubbleOutline';
import ConfigurationIcon from '@material-ui/icons/Tune';
import DataIcon from '@material-ui/icons/Storage';
import WorkflowIcon from '@material-ui/icons/AccountTree';
import VendorIcon from '@material-ui/icons/Business';
import IntegrationIcon from '@material-ui/icons/SettingsInputComponent';
import { Change } from 'backstage-plugin-ai-governance-common';

/** The sign of each kind of change; its word stands beside it. */
export const kindIcons: Record<Change['kind'], typeof ModelIcon> = {
  model: ModelIcon,
  prompt: PromptIcon,
  configuration: ConfigurationIcon,
  data: DataIcon,
  workflow: WorkflowIcon,
  vendor: VendorIcon,
  integration: IntegrationIcon,
};
