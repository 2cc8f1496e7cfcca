"""The hotline's voice: texts spoken by espeak-ng or read in a studio, as the telephone carries them."""
