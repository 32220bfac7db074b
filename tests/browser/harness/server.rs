//! Real servers of files on a free port of 127.0.0.1, with the settings that `dist/` has for them. `cargo xtask test` says
//! where their programs are.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::site::dist;

/// A running server; it ends when this is dropped.
pub struct Server {
    pub name: &'static str,
    process: Child,
    port: u16,
}

/// What it sends, not decoded.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Answer {
    /// A header by its name in lower case; two of one name as one value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|header| header.0 == name);
        let value = found.next()?.1.as_str();
        assert!(found.next().is_none(), "{name} is said twice: {:?}", self.headers);
        Some(value)
    }
}

impl Server {
    /// Asks for a path, and says which codings it accepts.
    pub fn get(&self, path: &str, accepted: Option<&str>) -> Answer {
        let accepted = accepted.map(|codings| ("accept-encoding", codings));
        self.ask(path, accepted.as_slice())
    }

    /// Asks for a path with these headers.
    pub fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().http_status_as_error(false).accept_encoding("").build().into();
        let mut request = agent.get(format!("http://127.0.0.1:{}{path}", self.port));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut answer = request.call().unwrap_or_else(|error| panic!("{} {path}: {error}", self.name));
        let text = |value: &ureq::http::HeaderValue| value.to_str().expect("ASCII").to_owned();
        Answer {
            status: answer.status().as_u16(),
            headers: answer.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            body: answer.body_mut().read_to_vec().expect("it is sent whole"),
        }
    }

    fn start(name: &'static str, port: u16, command: &mut Command) -> Self {
        let process = command.stdout(Stdio::null()).spawn().expect("it was found");
        let mut server = Self { name, process, port };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.process.try_wait().expect("it can be asked");
            assert!(ended.is_none(), "{name} does not start: {ended:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// nginx, which includes these of the settings where it serves the folder, and where it serves it below another.
///
/// # Errors
/// Why it cannot be run.
pub fn nginx(settings: &[&str]) -> Result<Server, String> {
    let program = program("NGINX")?;
    let brotli = if settings.contains(&"nginx-brotli.conf") {
        format!("load_module {};", self::program("NGINX_BROTLI")?.display())
    } else {
        String::new()
    };
    let (folder, port) = (folder("nginx"), free_port());
    let include: String =
        settings.iter().map(|name| format!("include {}/hosting/{name};\n", dist().display())).collect();
    let scratch: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {}/{what};\n", folder.display()))
        .concat();
    let text = format!(
        "{brotli}
        daemon off; master_process off; pid {folder}/pid;
        events {{}}
        http {{
            access_log off; error_log stderr crit;
            {scratch}
            server {{
                listen 127.0.0.1:{port};
                location / {{ root {dist}; {include} }}
                location /below/it/ {{ alias {dist}/; {include} }}
            }}
        }}",
        folder = folder.display(),
        dist = dist().display(),
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, text).expect("the folder takes it");
    let mut command = Command::new(program);
    // To nginx itself, this variable has the sockets of an earlier process.
    command.env_remove("NGINX").args(["-e", "stderr", "-p"]).arg(&folder).arg("-c").arg(file);
    Ok(Server::start("nginx", port, &mut command))
}

/// Caddy likewise.
///
/// # Errors
/// Why it cannot be run.
pub fn caddy() -> Result<Server, String> {
    let program = program("CADDY")?;
    let (folder, port) = (folder("caddy"), free_port());
    let serve = format!("root * {0}\nimport {0}/hosting/Caddyfile\n", dist().display());
    let text = format!(
        "{{
            admin off
            auto_https off
        }}
        http://127.0.0.1:{port} {{
            handle_path /below/it/* {{
                {serve}
            }}
            handle {{
                {serve}
            }}
        }}"
    );
    let file = folder.join("Caddyfile");
    fs::write(&file, text).expect("the folder takes it");
    let mut command = Command::new(program);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file).stderr(Stdio::null());
    command.env("HOME", &folder).env_remove("XDG_DATA_HOME").env_remove("XDG_CONFIG_HOME");
    Ok(Server::start("Caddy", port, &mut command))
}

/// Apache, in whose folder the settings lie as they are to be copied.
///
/// # Errors
/// Why it cannot be run.
pub fn apache() -> Result<Server, String> {
    let (program, modules) = (program("APACHE")?, self::program("APACHE_MODULES")?);
    let (folder, port) = (folder("apache"), free_port());
    let load: String = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias"]
        .map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display()))
        .concat();
    // The settings are read as `.htaccess` where they are shipped, without being copied.
    let text = format!(
        "{load}
        ServerName 127.0.0.1
        Listen 127.0.0.1:{port}
        PidFile {folder}/pid
        ErrorLog /dev/stderr
        LogLevel emerg
        TypesConfig /dev/null
        AccessFileName hosting/apache.htaccess
        DocumentRoot {dist}
        Alias /below/it {dist}
        <Directory {dist}>
            AllowOverride FileInfo
            Require all granted
            DirectoryIndex index.html
        </Directory>",
        folder = folder.display(),
        dist = dist().display(),
    );
    let file = folder.join("httpd.conf");
    fs::write(&file, text).expect("the folder takes it");
    let mut command = Command::new(program);
    // In one process, which ends when it is told to.
    command.args(["-X", "-d"]).arg(&folder).arg("-f").arg(file);
    Ok(Server::start("Apache", port, &mut command))
}

/// The program that a variable names.
fn program(variable: &str) -> Result<PathBuf, String> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    path.filter(|path| path.exists()).ok_or_else(|| format!("there is no {variable} on this machine"))
}

/// A folder of one server's own, for what it writes.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", free_port()));
    fs::create_dir_all(&folder).expect("the target directory takes it");
    folder
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}
