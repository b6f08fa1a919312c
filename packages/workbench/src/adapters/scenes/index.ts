export { FolderScenes } from './folder-scenes.ts';
