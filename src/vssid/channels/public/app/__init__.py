"""The app a device can install: manifest, service worker, the page it shows without network."""
