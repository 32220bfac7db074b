//! The shapes of the world's countries, projected at build time.
