//! A PNG file as its pixels.

use std::io::Cursor;

/// A picture, row by row.
pub struct Raster {
    /// How many pixels a row has.
    pub width: usize,
    /// How many bytes a pixel has: red, green, blue and, with a fourth, opacity.
    pub samples: usize,
    /// The bytes of all pixels.
    pub bytes: Vec<u8>,
}

impl Raster {
    pub fn read(png: &[u8]) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().expect("it is a PNG file");
        let mut bytes = vec![0; reader.output_buffer_size().expect("memory takes it")];
        let frame = reader.next_frame(&mut bytes).expect("it has one frame");
        bytes.truncate(frame.buffer_size());
        Self { width: frame.width as usize, samples: frame.color_type.samples(), bytes }
    }

    /// The bytes of each pixel.
    pub fn pixels(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.chunks_exact(self.samples)
    }
}
