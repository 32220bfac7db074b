//! Archives as each system opens them: the same files make the same bytes.

use std::io::{Cursor, Write};

use anyhow::Result;
use flate2::{Compression, GzBuilder};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file of an archive.
pub struct File {
    path: String,
    content: Vec<u8>,
    /// As on Unix.
    mode: u32,
}

impl File {
    /// One that can be run.
    pub fn program(path: String, content: Vec<u8>) -> Self {
        Self { path, content, mode: 0o755 }
    }

    /// One that is read.
    pub fn text(path: String, content: Vec<u8>) -> Self {
        Self { path, content, mode: 0o644 }
    }
}

/// A compressed archive for Unix.
pub fn tar_gz(files: &[File]) -> Result<Vec<u8>> {
    let gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let mut tar = tar::Builder::new(gzip);
    for File { path, content, mode } in files {
        let mut header = tar::Header::new_gnu();
        header.set_mode(*mode);
        header.set_size(content.len() as u64);
        tar.append_data(&mut header, path, content.as_slice())?;
    }
    Ok(tar.into_inner()?.finish()?)
}

/// An archive for Windows.
pub fn zip(files: &[File]) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for File { path, content, mode } in files {
        zip.start_file(path.as_str(), SimpleFileOptions::default().unix_permissions(*mode))?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn files() -> [File; 2] {
        let program = File::program("x-1/x".to_owned(), vec![1, 2, 3]);
        [program, File::text("x-1/README.md".to_owned(), b"# x".to_vec())]
    }

    #[test]
    fn a_tar_has_its_files_and_a_program_can_be_run() {
        let packed = tar_gz(&files()).expect("it is packed");
        assert_eq!(packed, tar_gz(&files()).expect("it is packed"), "the same bytes every time");
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
        let entries = tar.entries().expect("entries").map(|entry| {
            let mut entry = entry.expect("an entry");
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("its content");
            (
                entry.path().expect("a path").display().to_string(),
                entry.header().mode().expect("a mode"),
                content,
            )
        });
        let expected = files().map(|file| (file.path, file.mode, file.content));
        assert_eq!(entries.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_zip_has_its_files() {
        let packed = zip(&files()).expect("it is packed");
        assert_eq!(packed, zip(&files()).expect("it is packed"), "the same bytes every time");
        let mut zip = zip::ZipArchive::new(Cursor::new(packed)).expect("a zip");
        for file in files() {
            let mut content = Vec::new();
            zip.by_name(&file.path).expect("a file").read_to_end(&mut content).expect("its content");
            assert_eq!(content, file.content);
        }
    }
}
