export {
  documentSkeletons,
  type CopiedDocument,
  type DocumentSkeleton,
} from './documentSkeletons';
