//! What `export` writes, read by other programs’ own readers, cell by cell, where this machine has them; elsewhere the tests are
//! skipped, and the run says so.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const FEEDS: [&str; 2] = ["../data/hanoi-2011/feed.json", "../data/demo/feed.json"];

/// The cells of a table.
type Cells = Vec<Vec<String>>;

/// A folder of this test’s own that is gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("policy-explorer-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder takes it");
        Self(folder)
    }

    /// The path of a feed’s export that is written into it.
    fn export(&self, feed: &str, format: &str) -> PathBuf {
        let file = self.0.join(format!("feed.{format}"));
        let program = env!("CARGO_BIN_EXE_policy-explorer");
        let mut command = Command::new(program);
        command.args(["export", feed, "--format", format, "--plain", "-o"]).arg(&file);
        assert!(command.status().expect("the program runs").success());
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("it is there");
    }
}

/// Says that the test is skipped, in the way that the run’s count knows.
fn skip(reason: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    // Not by `println!`, which nobody sees where the test passes.
    writeln!(std::io::stdout(), "[skipped] {test}: {reason}").expect("somebody listens");
}

/// What a program prints that ends well; `None` if it is not there.
fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).expect("text"))
}

fn read(csv: &str) -> Cells {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.expect("as many cells").iter().map(str::to_owned).collect()).collect()
}

/// The cells of a feed’s export as CSV, without the apostrophes before what a spreadsheet could take for a formula.
fn expected(folder: &Folder, feed: &str) -> Cells {
    let mut cells = read(&fs::read_to_string(folder.export(feed, "csv")).expect("it was written"));
    for cell in cells.iter_mut().flatten() {
        if let Some(bare) = cell.strip_prefix('\'').filter(|bare| bare.starts_with(['=', '+', '-', '@'])) {
            *cell = bare.to_owned();
        }
    }
    cells
}

fn same(found: &Cells, expected: &Cells, of: &str) {
    assert_eq!(found.len(), expected.len(), "{of}");
    for (row, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found, expected, "{of}: row {row}");
    }
}

#[test]
fn libreoffice_reads_workbooks() {
    let Some(version) = output(Command::new("soffice").arg("--version")) else {
        return skip("there is no soffice (LibreOffice)");
    };
    for feed in FEEDS {
        let folder = Folder::new("soffice");
        let workbook = folder.export(feed, "xlsx");
        let mut found = read(&sheets(&folder.0, &workbook));
        for cell in found.iter_mut().flatten().filter(|cell| ["TRUE", "FALSE"].contains(&cell.as_str())) {
            cell.make_ascii_lowercase();
        }
        same(&found, &expected(&folder, feed), &format!("{feed} in {version}"));
    }
}

/// The sheet of claims as LibreOffice writes it: commas, quotation marks, UTF-8, as shown, every sheet a file.
fn sheets(folder: &Path, workbook: &Path) -> String {
    const FILTER: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", FILTER, "--outdir"]).arg(folder).arg(workbook);
    let said = command.output().expect("it ran before");
    fs::read_to_string(folder.join("feed-claims.csv")).unwrap_or_else(|_| panic!("{said:?}"))
}

/// Prints the rows of a Parquet file as CSV, first with DuckDB, then with Arrow.
const READERS: [(&str, &str); 2] = [
    (
        "duckdb",
        "table = duckdb.execute('select * from read_parquet(?)', [sys.argv[1]])\nheads = [c[0] for c in table.description]\nrows = table.fetchall()",
    ),
    (
        "pyarrow",
        "import pyarrow.parquet\ntable = pyarrow.parquet.read_table(sys.argv[1])\nheads = table.column_names\nrows = [row.values() for row in table.to_pylist()]",
    ),
];
const PRINT: &str = "
def cell(value): return '' if value is None else str(value).lower() if isinstance(value, bool) else str(value)
out = csv.writer(sys.stdout)
out.writerow(heads)
out.writerows([[cell(value) for value in row] for row in rows])";

fn python_reads_parquet((module, script): (&str, &str)) {
    let script = format!(
        "import csv, sys, {module}\nsys.stdout.reconfigure(encoding='utf-8', newline='')\n{script}{PRINT}"
    );
    if output(Command::new("python3").args(["-c", &format!("import {module}")])).is_none() {
        return skip(&format!("python3 has no module {module}"));
    }
    for feed in FEEDS {
        let folder = Folder::new(module);
        let file = folder.export(feed, "parquet");
        let output = Command::new("python3").args(["-c", &script]).arg(file).output().expect("it ran before");
        let found = String::from_utf8(output.stdout).expect("text");
        let mut expected = expected(&folder, feed);
        expected[0].iter_mut().for_each(|head| *head = head.replace(['.', '-'], "_"));
        same(&read(&found), &expected, &format!("{feed}: {}", String::from_utf8_lossy(&output.stderr)));
    }
}

#[test]
fn duckdb_reads_parquet() {
    python_reads_parquet(READERS[0]);
}

#[test]
fn arrow_reads_parquet() {
    python_reads_parquet(READERS[1]);
}
