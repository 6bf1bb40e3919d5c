export { createRecogniseController } from './recognise.controller';
export { createRecogniseService, type RecogniseService } from './recognise.service';
