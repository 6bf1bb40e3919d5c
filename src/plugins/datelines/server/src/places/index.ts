export { placePopulate, toPlaceEntry } from './place-entry';
export { createPlacesController } from './places.controller';
export { createPlacesService, type PlacesService } from './places.service';
