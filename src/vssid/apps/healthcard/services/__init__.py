"""Acts on cards: opening one that is somebody else's."""
